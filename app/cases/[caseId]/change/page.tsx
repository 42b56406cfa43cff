import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { CaseForm } from "@/components/cases/case-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { caseFormValues } from "@/lib/cases/read-case-form";
import { texts } from "@/lib/platform/texts";
import { changeCase } from "../actions";

type Props = { params: Promise<{ caseId: string }> };

export default async function ChangeCasePage({ params }: Props) {
  const words = texts("cases.change");
  const opened = await requireCase((await params).caseId);
  const held = await heldFormState(`/cases/${opened.id}/change`);
  return (
    <SiteMain>
      <PageHeading>{words("heading")}</PageHeading>
      <CaseForm
        action={changeCase}
        initial={held ?? { values: caseFormValues(opened.details), errors: [] }}
        hidden={{ caseId: opened.id }}
        formTexts={formTexts()}
        submit={words("submit")}
      />
      <p>
        <a href={`/cases/${opened.id}/delete`}>{texts("cases.delete")("link")}</a>
      </p>
    </SiteMain>
  );
}
