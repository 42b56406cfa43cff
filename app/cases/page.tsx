import { requireOwner } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { AccountNav } from "@/components/account/account-nav";
import { CaseTable } from "@/components/cases/case-table";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { listCases } from "@/lib/cases/queries";
import { countIncidents } from "@/lib/incidents/queries";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { loadExampleCase } from "./actions";

export default async function CasesPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const words = texts("cases.list");
  const cases = await listCases(await requireOwner());
  const counted = await Promise.all(
    cases.map(async (one) => ({ case: one, calls: await countIncidents(one) })),
  );
  const { done } = await searchParams;
  return (
    <>
      <AccountNav />
      <SiteMain>
        {done === "saved" && <Notification>{words("saved")}</Notification>}
        {done === "deleted" && <Notification>{words("deleted")}</Notification>}
        <PageHeading lead={cases.length === 0 ? words("none") : undefined}>{words("heading")}</PageHeading>
        {cases.length > 0 && <CaseTable cases={counted} />}
        <p>
          <ButtonLink href="/cases/new">{words("new")}</ButtonLink>
        </p>
        {cases.every((one) => !one.isExample) && (
          <>
            <p>{words("exampleWhy")}</p>
            <ActionForm action={loadExampleCase} texts={formTexts()} hidden={{ formKey: newId() }}>
              <SubmitButton kind="secondary" busy={words("exampleBusy")}>
                {words("example")}
              </SubmitButton>
            </ActionForm>
          </>
        )}
      </SiteMain>
    </>
  );
}
