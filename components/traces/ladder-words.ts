import { texts } from "@/lib/platform/texts";
import {
  isMessageRow,
  type Ladder,
  type LadderColumn,
  type LadderRow,
  type MediaRow,
  type MessageRow,
} from "@/lib/sip/ladder";
import type { MermaidWords } from "@/lib/sip/ladder-mermaid";
import { plainText } from "@/lib/sip/ladder-text";
import type { LadderWords } from "./ladder-geometry";
import type { LadderRemarks } from "./ladder-remarks";
import { secondsText } from "./seconds-text";

const LONGEST_LABEL = 32;
const LONGEST_ADDRESS_LINE = 20;
const SECOND = 1_000_000;

/** What the diagram says, row by row. A way between two places tells its protection where it is first used. */
export function ladderWords(ladder: Ladder, remarks?: LadderRemarks): LadderWords {
  const told = new Set<string>();
  return {
    heads: ladder.columns.map((column) => ({ role: roleText(column), address: addressLines(column) })),
    rows: ladder.rows.map((row) => ({
      label: labelText(row),
      notes: notesText(row, told),
      remarks: isMessageRow(row) ? (remarks?.get(row.message) ?? []) : [],
      later: laterText(row),
    })),
  };
}

export function roleText(column: LadderColumn): string {
  const words = texts("traces.ladder");
  if (column.kind === "media") return words("soundPlace");
  return texts("traces.ladderRoles")(column.role);
}

/** The name of a column in a sentence: its address, or its side where the log tells no addresses. */
export function columnName(column: LadderColumn | undefined): string {
  if (!column) return "";
  return column.address === undefined ? roleText(column) : addressText(column);
}

function addressText({ kind, id, address = "" }: LadderColumn): string {
  return kind === "host" && id.startsWith(address) ? plainText(id.replace(" host", "")) : plainText(address);
}

// An IPv6 address is broken after a colon, so that columns stay close.
function addressLines(column: LadderColumn): string[] {
  const address = column.address === undefined ? texts("traces.ladder")("noAddress") : addressText(column);
  if (address.length <= LONGEST_ADDRESS_LINE) return [address];
  const cut = address.lastIndexOf(":", LONGEST_ADDRESS_LINE - 1) + 1 || LONGEST_ADDRESS_LINE;
  return [address.slice(0, cut), address.slice(cut)];
}

function labelText(row: LadderRow): string {
  if (row.kind === "fold") return foldText(row);
  return isMessageRow(row) ? shortLabel(row.label) : mediaText(row);
}

/** Cuts the reason, and keeps the request that is answered. */
function shortLabel(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const start = label.lastIndexOf(" (");
  const tail = start < 0 ? "" : label.slice(start);
  const head = label.slice(0, Math.max(LONGEST_LABEL - tail.length - 1, 8)).trimEnd();
  return `${head}…${tail}`.slice(0, LONGEST_LABEL + 8);
}

export function foldText(row: Extract<LadderRow, { kind: "fold" }>): string {
  const words = texts("traces.ladder");
  const { steps, times, untilSinceStart } = row;
  if (untilSinceStart === undefined) return words("fold", { steps, times });
  return words("foldUntil", { steps, times, time: secondsText(untilSinceStart, 1) });
}

export function mediaText(row: MediaRow): string {
  const words = texts("traces.ladder");
  const codec = row.codec ? plainText(row.codec) : words("unknownCodec");
  const values = { codec, packets: row.packets, seconds: row.seconds.toFixed(1) };
  return words("media", values);
}

function notesText(row: LadderRow, told: Set<string>): string {
  if (row.kind === "fold") return "";
  const notes = isMessageRow(row)
    ? [callNote(row, told), hopNote(row, told), ...messageNotes(row)]
    : mediaNotes(row);
  return notes.filter(Boolean).join(" · ");
}

/** Where several calls stand on one ladder, each says where it begins. */
function callNote({ call }: MessageRow, told: Set<string>): string {
  const name = `call ${call}`;
  const isFirst = told.size === 0;
  if (told.has(name)) return "";
  told.add(name);
  return isFirst ? "" : texts("traces.ladder")("callBegins", { number: call });
}

function hopNote(row: MessageRow, told: Set<string>): string {
  const hop = [Math.min(row.from, row.to), Math.max(row.from, row.to), row.transport].join();
  if (told.has(hop)) return "";
  told.add(hop);
  return protectionText(row);
}

export function protectionText({ transport, security }: MessageRow): string {
  return texts("traces.ladder")("hop", {
    transport: texts("traces.transports")(transport),
    protection: texts("traces.hopProtection")(security),
  });
}

export function messageNotes({ repeats, marks }: MessageRow): string[] {
  const words = texts("traces.ladder");
  const findings = marks.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(repeats.length > 0 ? [words("repeats", { count: repeats.length + 1 })] : []),
    ...(findings > 0 ? [words("findings", { count: findings })] : []),
  ];
}

export function mediaNotes({ lost, isEncrypted }: MediaRow): string[] {
  const words = texts("traces.ladder");
  return [
    ...(isEncrypted ? [words("encrypted")] : []),
    ...(lost > 0 ? [words("lost", { count: lost })] : []),
  ];
}

function laterText(row: LadderRow): string | undefined {
  if (!isMessageRow(row) || row.sinceBefore === undefined || row.sinceBefore < SECOND) return undefined;
  return texts("traces.ladder")("later", { seconds: (row.sinceBefore / SECOND).toFixed(1) });
}

/** The words that the Mermaid text is made with. */
export const mermaidWords: MermaidWords = {
  column: (column) => `${columnName(column)} (${roleText(column)})`,
  media: mediaText,
  fold: foldText,
  repeated: (times) => texts("traces.ladder")("repeats", { count: times + 1 }),
};
