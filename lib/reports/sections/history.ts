import type { Block } from "@/lib/platform/pdf/description";
import { instantWords } from "../instant-words";
import { amendmentsOf, lateAfterHours, lateEntries } from "../record-history";
import type { MarkedCall, ReportMaterial } from "../report";
import { reportWords } from "../wording";

/** What was amended or written late, how the record is kept, and its head. */
export function historyBlocks(calls: readonly MarkedCall[], { auditHead }: ReportMaterial): Block[] {
  return [
    { kind: "page-break" },
    { kind: "heading", level: 2, text: reportWords.history },
    ...amendmentBlocks(calls),
    ...lateBlocks(calls),
    { kind: "list", items: reportWords.method },
    { kind: "paragraph", style: "small", text: reportWords.leftOut },
    { kind: "heading", level: 3, text: reportWords.closing },
    {
      kind: "facts",
      pairs: [
        {
          name: reportWords.cover.head,
          text: reportWords.cover.headText(auditHead.sequence, auditHead.hash),
          mono: true,
        },
      ],
    },
  ];
}

function amendmentBlocks(calls: readonly MarkedCall[]): Block[] {
  const amendments = amendmentsOf(calls);
  if (amendments.length === 0) return [{ kind: "paragraph", text: reportWords.neverAmended }];
  const { mark, version, written, reason } = reportWords.amendmentColumns;
  const entries = new Set(amendments.map((amendment) => amendment.mark)).size;
  return [
    { kind: "paragraph", text: reportWords.amended(entries, amendments.length) },
    {
      kind: "table",
      columns: [
        { title: mark, share: 1 },
        { title: version, share: 1 },
        { title: written, share: 3 },
        { title: reason, share: 6 },
      ],
      rows: amendments.map((made) => [
        made.mark,
        String(made.version),
        instantWords(made.writtenAt),
        made.reason,
      ]),
    },
  ];
}

function lateBlocks(calls: readonly MarkedCall[]): Block[] {
  const late = lateEntries(calls);
  if (late.length === 0) return [{ kind: "paragraph", text: reportWords.neverLate(lateAfterHours) }];
  const { mark, written, after } = reportWords.lateColumns;
  return [
    { kind: "paragraph", text: reportWords.late(lateAfterHours) },
    {
      kind: "table",
      columns: [
        { title: mark, share: 1 },
        { title: written, share: 3 },
        { title: after, share: 7 },
      ],
      rows: late.map((entry) => [
        entry.mark,
        instantWords(entry.writtenAt),
        reportWords.afterCall(entry.hoursAfter),
      ]),
    },
  ];
}
