import type { Ladder, LadderColumn, LadderRow } from "./ladder";
import { isMessageRow } from "./ladder";

/** The words of a diagram, in the reader's language. */
export type MermaidWords = {
  column(column: LadderColumn): string;
  media(row: Extract<LadderRow, { kind: "media" }>): string;
  fold(row: Extract<LadderRow, { kind: "fold" }>): string;
  repeated(times: number): string;
};

/** A ladder as text for Mermaid (https://mermaid.js.org/syntax/sequenceDiagram.html): requests drawn through, answers dashed. */
export function ladderMermaid({ columns, rows }: Ladder, words: MermaidWords): string {
  const participants = columns.map(
    (column, index) => `  participant H${index} as ${mermaidText(words.column(column))}`,
  );
  const last = Math.max(0, columns.length - 1);
  const lines = rows.map((row) => `  ${lineOf(row, last, words)}`);
  return ["sequenceDiagram", ...participants, ...lines, ""].join("\n");
}

function lineOf(row: LadderRow, lastColumn: number, words: MermaidWords): string {
  if (row.kind === "fold")
    return `Note over H0${lastColumn > 0 ? `,H${lastColumn}` : ""}: ${mermaidText(words.fold(row))}`;
  const ends = (arrow: string) => `H${row.from}${arrow}H${row.to}`;
  if (!isMessageRow(row)) return `${ends("-)")}: ${mermaidText(words.media(row))}`;
  const again = row.repeats.length > 0 ? ` ${words.repeated(row.repeats.length)}` : "";
  const arrow = row.kind === "request" ? "->>" : "-->>";
  return `${ends(arrow)}: ${mermaidText(`${row.message} ${row.label}${again}`)}`;
}

/**
 * Text that Mermaid cannot take for its own signs: a line end or ";" ends a statement, "%%" begins a comment, "#" an
 * entity, "<" HTML, and the bare word "end" a block.
 */
export function mermaidText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[#;%<>&"`{}\\]/g, (letter) => `#${letter.charCodeAt(0)};`)
    .replace(/\bend\b/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`)
    .trim();
}
