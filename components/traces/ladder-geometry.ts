import type { LadderRow } from "@/lib/sip/ladder";
import type { LadderPage } from "@/lib/sip/ladder-pages";

/** What is written on the diagram, already in words, so that room can be made for it. */
export type LadderWords = {
  heads: { role: string; address: string[] }[];
  rows: { label: string; notes: string; remarks: readonly string[]; later?: string }[];
};

export type PlacedRow = { row: LadderRow; top: number; line: number; height: number; index: number };

export type LadderGeometry = {
  width: number;
  height: number;
  /** Middle of each column. */
  columns: number[];
  rows: PlacedRow[];
  /** Tops of the headings: at the head, and again after every so many rows. */
  heads: number[];
  headHeight: number;
};

// Mean widths of a letter, in pixels, at the sizes that the style sheet sets. A guess a little too wide does no harm.
const LABEL_LETTER = 7.6;
const NOTE_LETTER = 7;
const REMARK_LETTER = 8.4;
const ADDRESS_LETTER = 8;

const TIMES = 76;
const EDGE = 12;
const BESIDE_LABEL = 44;
const WIDEST_GAP = 290;
const HEAD_LINE = 18;
const HEAD_PADDING = 22;
export const LABEL_LINE = 18;
const ROW = 44;
export const NOTE = 17;
const ROWS_A_HEADING = 20;

/** Where everything on the diagram stands, in pixels. */
export function geometryOf(ladder: LadderPage, words: LadderWords): LadderGeometry {
  const halves = words.heads.map(headHalf);
  const gaps = gapsOf(ladder, words, halves);
  const columns = halves.map((_, index) =>
    gaps.slice(0, index).reduce((sum, gap) => sum + gap, TIMES + EDGE + (halves[0] ?? 0)),
  );
  const headHeight =
    HEAD_PADDING + HEAD_LINE * (1 + Math.max(1, ...words.heads.map(({ address }) => address.length)));
  const { rows, heads, bottom } = placedRows(ladder.rows, words, headHeight);
  const room = Math.max(halves.at(-1) ?? 0, loopRoom(ladder, words, columns.length - 1));
  return {
    width: Math.ceil((columns.at(-1) ?? TIMES) + room + EDGE),
    height: bottom,
    columns,
    rows,
    heads,
    headHeight,
  };
}

function headHalf({ role, address }: LadderWords["heads"][number]): number {
  return Math.max(role.length * LABEL_LETTER, ...address.map((line) => line.length * ADDRESS_LETTER)) / 2 + 4;
}

/** Each gap wide enough for the headings beside it and for what is written between its columns. */
function gapsOf({ rows }: LadderPage, words: LadderWords, halves: readonly number[]): number[] {
  const least = halves.length > 3 ? 150 : 190;
  const gaps = halves.slice(1).map((half, index) => Math.max(least, half + (halves[index] ?? 0) + EDGE));
  rows.forEach((row, index) => {
    if (row.kind === "fold") return;
    const [left, right] = [Math.min(row.from, row.to), Math.max(row.from, row.to)];
    const needed = Math.min(WIDEST_GAP, rowWidth(words.rows[index]) + BESIDE_LABEL);
    const had = gaps.slice(left, Math.max(right, left + 1)).reduce((sum, gap) => sum + gap, 0);
    const last = Math.max(right - 1, left);
    if (gaps[last] !== undefined && had < needed) gaps[last] += needed - had;
  });
  return gaps;
}

function rowWidth(words: LadderWords["rows"][number] | undefined): number {
  if (!words) return 0;
  const remarks = words.remarks.map(({ length }) => length * REMARK_LETTER);
  return Math.max(words.label.length * LABEL_LETTER, words.notes.length * NOTE_LETTER, ...remarks);
}

function loopRoom({ rows }: LadderPage, words: LadderWords, column: number): number {
  const loops = rows.map((row, index) =>
    row.kind !== "fold" && row.from === row.to && row.to === column
      ? rowWidth(words.rows[index]) + BESIDE_LABEL
      : 0,
  );
  return Math.min(WIDEST_GAP, Math.max(0, ...loops));
}

/** What stands below an arrow, line by line. */
export function linesBelow(row: LadderWords["rows"][number] | undefined): string[] {
  return row ? [row.notes, ...row.remarks].filter(Boolean) : [];
}

function placedRows(rows: readonly LadderRow[], words: LadderWords, headHeight: number) {
  const heads = [0];
  const placed: PlacedRow[] = [];
  let bottom = headHeight;
  rows.forEach((row, index) => {
    if (index > 0 && index % ROWS_A_HEADING === 0 && rows.length - index > ROWS_A_HEADING / 2) {
      heads.push(bottom);
      bottom += headHeight;
    }
    const height = ROW + NOTE * linesBelow(words.rows[index]).length;
    placed.push({ row, index, top: bottom, line: bottom + LABEL_LINE + 10, height });
    bottom += height;
  });
  return { heads, rows: placed, bottom: bottom + EDGE };
}
