import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { Letter } from "@/lib/letters/queries";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";

type Props = { caseId: string; letters: readonly Letter[]; zone: string };

/** The letters of a case with their state. */
export function LetterTable({ caseId, letters, zone }: Props) {
  const words = texts("letters.page");
  const columns = [
    { key: "subject", header: words("subject") },
    { key: "made", header: words("made") },
    { key: "state", header: words("state") },
  ];
  const rows = letters.map((letter) => ({
    key: letter.id,
    cells: {
      subject: (
        <a href={`/cases/${caseId}/letters/${letter.id}`}>
          <bdi>{letter.content.subject}</bdi>
        </a>
      ),
      made: formatMoment(letter.createdAt, zone),
      state: letter.finishedAt ? <Tag kind="strong">{words("finished")}</Tag> : <Tag>{words("open")}</Tag>,
    },
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}
