import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { ReportTable } from "@/components/reports/report-table";
import { ActionForm } from "@/components/ui/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { SubmitButton } from "@/components/ui/submit-button";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { listReports } from "@/lib/reports/queries";
import { makeReport } from "./actions";

type Props = { params: Promise<{ caseId: string }> };

export default async function ReportsPage({ params }: Props) {
  const words = texts("reports.page");
  const opened = await requireCase((await params).caseId);
  const reports = await listReports(opened);
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {reports.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <ReportTable caseId={opened.id} reports={reports} zone={opened.details.zone} />
      )}
      <ActionForm action={makeReport} texts={formTexts()} hidden={{ caseId: opened.id, formKey: newId() }}>
        <SubmitButton busy={words("busy")}>{words("make")}</SubmitButton>
      </ActionForm>
    </SiteMain>
  );
}
