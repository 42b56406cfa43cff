import { currentCase, nothingHere } from "@/app/_request/current-case";
import { sendDownload } from "@/app/_request/download";
import { findReport, readReportPdf } from "@/lib/reports/queries";

type Props = { params: Promise<{ caseId: string; reportId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { caseId, reportId } = await params;
  const opened = await currentCase(caseId);
  const report = opened && (await findReport(opened, reportId));
  if (!report) return nothingHere();
  const file = { name: "report.pdf", mediaType: "application/pdf", sizeBytes: report.sizeBytes };
  return sendDownload(request, { ...file, open: () => readReportPdf(opened, report) });
}
