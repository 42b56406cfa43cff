import type { Line } from "./lines";
import type { Colour } from "./theme";
import type { Typeface } from "./typeface";

type Place = { x: number; y: number; size: number; colour: Colour };

/** Draws one line with its left end at `x` and its baseline at `y`, in points from the upper left. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, place: Place): void {
  if (line.atoms.length === 0) return;
  doc.addContent(`BT ${place.colour.join(" ")} rg ${textOf(line, place)} ET`);
}

/** The operators that show a line: one array of glyphs for each stretch of one face, height and direction. */
function textOf(line: Line, place: Place): string {
  const { size } = place;
  const operators: string[] = [];
  let face: Typeface | undefined;
  let shown = "";
  let end = Number.NaN;
  const close = () => {
    if (shown) operators.push(`[${shown.replaceAll("><", "")}] TJ`);
    shown = "";
  };
  for (const atom of line.atoms) {
    if (atom.x !== end || atom.face !== face) close();
    if (atom.face !== face) operators.push(`/${atom.face.use()} ${size} Tf`);
    if (atom.x !== end) operators.push(moveTo(place.x + (atom.x * size) / 1000, place.y));
    for (const { rise, shown: glyphs } of atom.glyphs.stretches) {
      if (rise !== 0) close();
      if (rise === 0) shown += glyphs;
      else operators.push(`${rounded((rise * size) / 1000)} Ts [${glyphs}] TJ 0 Ts`);
    }
    [face, end] = [atom.face, atom.x + atom.glyphs.width];
  }
  close();
  return operators.join(" ");
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
  doc.addContent(`${colour.join(" ")} rg ${box} re f`);
}

/** A level rule, half a point thick unless told. */
export function drawRule(
  doc: PDFKit.PDFDocument,
  rule: { x: number; y: number; width: number; colour: Colour; weight?: number },
): void {
  fillBox(doc, { ...rule, height: rule.weight ?? 0.5 });
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
