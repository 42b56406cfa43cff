import { FileSize } from "@/components/evidence/file-size";
import { DataTable } from "@/components/ui/data-table";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import type { Report } from "@/lib/reports/made-report";

type Props = { caseId: string; reports: readonly Report[]; zone: string };

/** The reports that were made; none of them ever changes. */
export function ReportTable({ caseId, reports, zone }: Props) {
  const words = texts("reports.page");
  const columns = [
    { key: "made", header: words("made") },
    { key: "calls", header: words("calls"), isNumber: true },
    { key: "size", header: words("size"), isNumber: true },
    { key: "sha256", header: words("sha256") },
  ];
  const rows = reports.map((report) => ({
    key: report.id,
    cells: {
      made: (
        <a href={`/cases/${caseId}/reports/${report.id}/pdf`} download>
          {words("downloadOf", { at: formatMoment(report.createdAt, zone) })}
        </a>
      ),
      calls: report.calls,
      size: <FileSize bytes={report.sizeBytes} />,
      sha256: <code className="hash">{report.sha256}</code>,
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}
