import { requireOwner } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { AccountNav } from "@/components/account/account-nav";
import { CaseForm } from "@/components/cases/case-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { startCase } from "../actions";

export default async function NewCasePage() {
  const words = texts("cases.new");
  await requireOwner();
  return (
    <>
      <AccountNav />
      <SiteMain>
        <PageHeading>{words("heading")}</PageHeading>
        <CaseForm
          action={startCase}
          initial={await heldFormState("/cases/new")}
          hidden={{ formKey: newId() }}
          formTexts={formTexts()}
          submit={words("submit")}
        />
      </SiteMain>
    </>
  );
}
