import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { OwnedCase } from "@/lib/cases/case";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

/** The person's cases with how many calls each holds. */
export function CaseTable({ cases }: { cases: { case: OwnedCase; calls: number }[] }) {
  const words = texts("cases.list");
  const columns = [
    { key: "title", header: words("title") },
    { key: "calls", header: words("calls"), isNumber: true },
    { key: "opened", header: words("opened") },
  ];
  const rows = cases.map(({ case: one, calls }) => ({
    key: one.id,
    cells: {
      title: (
        <>
          <a href={`/cases/${one.id}`}>{one.details.title}</a>{" "}
          {one.isExample && <Tag>{words("exampleTag")}</Tag>}
        </>
      ),
      calls,
      opened: formatMoment(one.createdAt, one.details.zone),
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}
