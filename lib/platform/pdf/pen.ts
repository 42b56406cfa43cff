import type { Line } from "./lines";
import type { Colour } from "./theme";
import type { Typeface } from "./typeface";

type Place = { x: number; y: number; size: number; colour: Colour };

/** Draws one line with its left end at `x` and its baseline at `y`, in points from the upper left. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, place: Place): void {
  if (line.atoms.length === 0) return;
  write(doc, `BT ${place.colour.join(" ")} rg ${textOf(line, place)} ET`);
}

/** The operators that show a line: one array of glyphs for each stretch of one face, height and direction. */
function textOf(line: Line, { x, y, size }: Place): string {
  let operators = line.places ? "" : moveTo(x, y);
  let face: Typeface | undefined;
  let shown = "";
  const close = () => {
    if (shown) operators += ` [${shown}] TJ`;
    shown = "";
  };
  for (const [index, atom] of line.atoms.entries()) {
    if (line.places || atom.face !== face) close();
    if (line.places) operators += ` ${moveTo(x + ((line.places[index] ?? 0) * size) / 1000, y)}`;
    if (atom.face !== face) operators += ` /${atom.face.use()} ${size} Tf`;
    for (const { rise, shown: glyphs } of atom.glyphs.stretches) {
      if (rise !== 0) close();
      if (rise === 0) shown += glyphs;
      else operators += ` ${rounded((rise * size) / 1000)} Ts [${glyphs}] TJ 0 Ts`;
    }
    face = atom.face;
  }
  close();
  return operators;
}

/** The matrix also turns letters upright again, because pdfkit's pages have their origin at the top. */
function moveTo(x: number, y: number): string {
  return `1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`;
}

export function fillBox(
  doc: PDFKit.PDFDocument,
  { x, y, width, height, colour }: { x: number; y: number; width: number; height: number; colour: Colour },
): void {
  const box = [x, y, width, height].map(rounded).join(" ");
  write(doc, `${colour.join(" ")} rg ${box} re f`);
}

/** A level rule, half a point thick unless told. */
export function drawRule(
  doc: PDFKit.PDFDocument,
  rule: { x: number; y: number; width: number; colour: Colour; weight?: number },
): void {
  fillBox(doc, { ...rule, height: rule.weight ?? 0.5 });
}

/** As bytes, because pdfkit turns each string into bytes letter by letter. */
function write(doc: PDFKit.PDFDocument, operators: string): void {
  doc.addContent(Buffer.from(`${operators}\n`, "latin1"));
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
