import { DataTable } from "@/components/ui/data-table";
import { texts } from "@/lib/platform/texts";
import { isMessageRow, type LadderRow, type MessageRow } from "@/lib/sip/ladder";
import type { LadderPage } from "@/lib/sip/ladder-pages";
import type { LadderRemarks } from "./ladder-remarks";
import { columnName, foldText, mediaNotes, mediaText, messageNotes, protectionText } from "./ladder-words";
import { anchorOfMessage, type HrefOfMessage } from "./message-link";
import { secondsText } from "./seconds-text";
import { Written } from "./written";

type Props = { ladder: LadderPage; hrefOf?: HrefOfMessage; remarks?: LadderRemarks };

/** The ladder for those who do not see it, and for paper: the same rows in the same order. */
export function LadderTable({ ladder, hrefOf = anchorOfMessage, remarks }: Props) {
  const words = texts("traces.ladder");
  const columns = [
    { key: "number", header: words("number") },
    { key: "time", header: words("time"), isNumber: true },
    { key: "before", header: words("before"), isNumber: true },
    { key: "what", header: words("what") },
    { key: "from", header: words("from") },
    { key: "to", header: words("to") },
    { key: "notes", header: words("notes") },
  ];
  const rows = ladder.rows.map((row, index) => ({
    key: String(index),
    cells: cellsOf(row, { ladder, hrefOf, remarks }),
  }));
  return <DataTable caption={words("table")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function cellsOf(row: LadderRow, { ladder: { columns }, hrefOf = anchorOfMessage, remarks }: Props) {
  const words = texts("traces.ladder");
  if (row.kind === "fold") return { number: words("foldRow"), what: foldText(row) };
  const ends = {
    time: row.sinceStart !== undefined && secondsText(row.sinceStart),
    from: <Written text={columnName(columns[row.from])} />,
    to: <Written text={columnName(columns[row.to])} />,
  };
  if (!isMessageRow(row)) {
    return { ...ends, number: words("soundRow"), what: mediaText(row), notes: mediaNotes(row).join(", ") };
  }
  return {
    ...ends,
    number: (
      <a className="tabular" href={hrefOf(row.message)}>
        {row.message}
      </a>
    ),
    before: row.sinceBefore !== undefined && secondsText(row.sinceBefore),
    what: <Written text={row.label} />,
    notes: [...notesOf(row), ...(remarks?.get(row.message) ?? [])].join("; "),
  };
}

/** Here each weight is told in words, for no shape tells it. */
function notesOf(row: MessageRow): string[] {
  const words = texts("traces.ladder");
  const weights = row.marks.map(({ weight, count }) =>
    words("weighed", { weight: texts("traces.weights")(weight), count }),
  );
  return [protectionText(row), ...messageNotes({ ...row, marks: [] }), ...weights];
}
