import type { Line } from "./lines";
import { drawLine } from "./pen";
import { ensureRoom, mark, type Sheet, type StructElement, setText, turnPage } from "./sheet";
import type { TextStyle } from "./theme";

export type Box = { x: number; width: number };

/** Where a stretch of lines came to stand, so that a rule can be drawn beside it. */
export type Stretch = { from: number; to: number };

/**
 * Sets a text from the pen downwards, over as many pages as it takes, under one element of the tree. A single line
 * is never left behind or carried over alone.
 */
export function flowText(
  sheet: Sheet,
  text: string,
  { element, tag, style, box }: { element: StructElement; tag: string; style: TextStyle; box: Box },
  beside: (stretch: Stretch) => void = () => {},
): void {
  let rest = setText(sheet, text, style, box.width).lines;
  while (rest.length > 0) {
    const count = linesToPlace(rest.length, Math.floor((sheet.bottom - sheet.y) / style.leading));
    const placed = rest.slice(0, count);
    const from = sheet.y;
    if (count > 0) mark(sheet, element, tag, () => placeLines(sheet, placed, style, box));
    if (count > 0) beside({ from, to: sheet.y });
    rest = rest.slice(count);
    if (rest.length > 0) turnPage(sheet);
  }
}

/** How many of `lines` go on a page with room for `room` of them, leaving neither a widow nor an orphan. */
export function linesToPlace(lines: number, room: number): number {
  if (lines <= room) return lines;
  const count = lines - room === 1 ? room - 1 : room;
  return count < 2 ? 0 : count;
}

function placeLines(sheet: Sheet, lines: readonly Line[], style: TextStyle, box: Box): void {
  for (const line of lines) {
    drawLineIn(sheet, line, { style, box, y: sheet.y });
    sheet.y += style.leading;
  }
}

/** Draws a line within its box, its capitals in the middle of the leading; Arabic and Hebrew stand at the right. */
export function drawLineIn(
  sheet: Sheet,
  line: Line,
  { style, box, y, align }: { style: TextStyle; box: Box; y: number; align?: "left" | "right" },
): void {
  const isRight = align === "right" || line.isRightToLeft;
  const x = isRight ? box.x + box.width - line.width : box.x;
  const baseline = y + style.leading / 2 + style.size * 0.36;
  drawLine(sheet.doc, line, { x, y: baseline, size: style.size, colour: style.colour });
}

/** The white above a block, left out at the top of a page; then room for at least `height` points. */
export function beginBlock(sheet: Sheet, style: TextStyle, height = 0): void {
  if (sheet.y > sheet.top) sheet.y += style.before;
  ensureRoom(sheet, height);
}
