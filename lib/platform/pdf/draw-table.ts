import type { Column, Facts, Table } from "./description";
import { type Box, drawLineIn } from "./flow";
import type { Line } from "./lines";
import { drawRule } from "./pen";
import {
  decorate,
  ensureRoom,
  mark,
  openElement,
  type Sheet,
  type StructElement,
  setText,
  turnPage,
} from "./sheet";
import { colours, styles, type TextStyle } from "./theme";

type Align = "left" | "right";
type Cell = { text: string; tag: "TH" | "TD"; style: TextStyle; box: Box; align?: Align };
type SetCell = Cell & { lines: Line[]; element: StructElement };
/** A table on its way: where rows go, and what to draw again at the head of each page. */
type Frame = { body: StructElement; leading: number; repeatHead: () => void };

const gutter = 8;
const padding = 3;
/** A row is broken over pages only when this many of its lines fit, or when no page could hold it whole. */
const fewestLines = 3;

/** Draws a table row by row and hands over after each, so that a long one needs no more memory than a short one. */
export function* drawTable(sheet: Sheet, { columns, rows }: Table): Generator<void> {
  const table = openElement(sheet, sheet.root, "Table");
  const boxes = boxesFor(sheet, columns);
  ensureRoom(sheet, styles.cellHead.leading * 2 + styles.cell.leading * 2 + 4 * padding);
  const head = headCells(sheet, columns, boxes);
  drawHead(sheet, table, head);
  const body = openElement(sheet, table, "TBody");
  const frame = { body, leading: styles.cell.leading, repeatHead: () => repeatHead(sheet, head) };
  for (const row of rows) {
    drawRow(sheet, frame, rowCells(row, columns, boxes));
    yield;
  }
  body.end();
  table.end();
  sheet.y += 14;
}

/** Draws names and what they are, as a table whose first column heads the rows. */
export function drawFacts(sheet: Sheet, { pairs }: Facts): void {
  const table = openElement(sheet, sheet.root, "Table");
  const body = openElement(sheet, table, "TBody");
  const name = { x: sheet.left, width: 132 };
  const value = { x: sheet.left + 140, width: sheet.width - 140 };
  const frame = { body, leading: styles.fact.leading, repeatHead: () => {} };
  for (const pair of pairs) {
    drawRow(sheet, frame, [
      { text: pair.name, tag: "TH", style: styles.factName, box: name },
      { text: pair.text, tag: "TD", style: pair.mono ? styles.factMono : styles.fact, box: value },
    ]);
  }
  body.end();
  table.end();
  sheet.y += 12;
}

function boxesFor(sheet: Sheet, columns: readonly Column[]): Box[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const usable = sheet.width - gutter * (columns.length - 1);
  let x = sheet.left;
  return columns.map((column) => {
    const box = { x, width: (usable * column.share) / shares };
    x += box.width + gutter;
    return box;
  });
}

function headCells(
  sheet: Sheet,
  columns: readonly Column[],
  boxes: readonly Box[],
): Omit<SetCell, "element">[] {
  return columns.map(({ title, align }, index) => {
    const box = boxAt(boxes, index);
    const { lines } = setText(sheet, title, styles.cellHead, box.width);
    return { text: title, tag: "TH", style: styles.cellHead, box, align, lines };
  });
}

function rowCells(row: readonly string[], columns: readonly Column[], boxes: readonly Box[]): Cell[] {
  return columns.map(({ align, mono }, index) => ({
    text: row[index] ?? "",
    tag: index === 0 ? "TH" : "TD",
    style: mono ? styles.mono : index === 0 ? styles.rowHead : styles.cell,
    box: boxAt(boxes, index),
    align,
  }));
}

function boxAt(boxes: readonly Box[], index: number): Box {
  return boxes[index] ?? { x: 0, width: 0 };
}

function drawHead(sheet: Sheet, table: StructElement, cells: readonly Omit<SetCell, "element">[]): void {
  const head = openElement(sheet, table, "THead");
  const row = openElement(sheet, head, "TR");
  for (const cell of cells) {
    const element = openElement(sheet, row, "TH", scoped("Column"));
    mark(sheet, element, "TH", () => drawCell(sheet, cell, 0, cell.lines.length));
  }
  head.end();
  finishHead(sheet, cells);
}

/** The head again on a further page: for the eye only, the tree has it once. */
function repeatHead(sheet: Sheet, cells: readonly Omit<SetCell, "element">[]): void {
  decorate(sheet, () => {
    for (const cell of cells) drawCell(sheet, cell, 0, cell.lines.length);
  });
  finishHead(sheet, cells);
}

function finishHead(sheet: Sheet, cells: readonly { lines: Line[] }[]): void {
  sheet.y += Math.max(...cells.map((cell) => cell.lines.length)) * styles.cellHead.leading + padding;
  ruleAcross(sheet, 0.9, colours.soft);
  sheet.y += 1;
}

function drawRow(sheet: Sheet, frame: Frame, cells: readonly Cell[]): void {
  const row = openElement(sheet, frame.body, "TR");
  const set = cells.map((cell): SetCell => {
    const element = openElement(sheet, row, cell.tag, cell.tag === "TH" ? scoped("Row") : {});
    return { ...cell, element, lines: setText(sheet, cell.text, cell.style, cell.box.width).lines };
  });
  const lines = Math.max(...set.map((cell) => cell.lines.length));
  let from = 0;
  while (from < lines) {
    const count = rowLinesToPlace(sheet, frame, { from, lines });
    if (count > 0) drawRowPart(sheet, frame, set, { from, count });
    from += count;
    if (from < lines) carryOver(sheet, frame);
  }
  row.end();
}

function rowLinesToPlace(
  sheet: Sheet,
  { leading }: Frame,
  { from, lines }: { from: number; lines: number },
): number {
  const roomFor = (height: number) => Math.floor((height - 2 * padding) / leading);
  const [rest, room] = [lines - from, roomFor(sheet.bottom - sheet.y)];
  if (rest <= room) return rest;
  const fitsOnePage = lines <= roomFor(sheet.bottom - sheet.top - 4 * styles.cellHead.leading);
  return fitsOnePage || room < fewestLines ? 0 : room;
}

function carryOver(sheet: Sheet, frame: Frame): void {
  turnPage(sheet);
  frame.repeatHead();
}

function drawRowPart(
  sheet: Sheet,
  { leading }: Frame,
  cells: readonly SetCell[],
  { from, count }: { from: number; count: number },
): void {
  sheet.y += padding;
  for (const cell of cells) {
    if (!cell.lines.slice(from, from + count).some((line) => line.atoms.length > 0)) continue;
    mark(sheet, cell.element, cell.tag, () => drawCell(sheet, cell, from, count));
  }
  sheet.y += count * leading + padding;
  ruleAcross(sheet, 0.4, colours.hair);
}

function drawCell(sheet: Sheet, cell: Omit<SetCell, "element">, from: number, count: number): void {
  const { style, box, align } = cell;
  const leading =
    cell.style === styles.factMono || cell.style === styles.factName ? styles.fact.leading : style.leading;
  for (const [index, line] of cell.lines.slice(from, from + count).entries()) {
    drawLineIn(sheet, line, { style, box, align, y: sheet.y + index * leading });
  }
}

function ruleAcross(sheet: Sheet, weight: number, colour: readonly [number, number, number]): void {
  decorate(sheet, () =>
    drawRule(sheet.doc, { x: sheet.left, y: sheet.y, width: sheet.width, colour, weight }),
  );
}

/** PDF's `Scope` of a heading cell; pdfkit takes it, its type does not name it. */
function scoped(scope: "Row" | "Column"): PDFKit.Mixins.StructureElementOptions {
  return { scope } as PDFKit.Mixins.StructureElementOptions;
}
