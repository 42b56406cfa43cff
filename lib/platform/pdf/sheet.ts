import PDFDocument from "pdfkit";
import type { PdfDescription } from "./description";
import { type SetText, setLines } from "./lines";
import { openPageTotal, type PageTotal } from "./page-total";
import { drawLine } from "./pen";
import { colours, margins, papers, styles, type TextStyle } from "./theme";
import { type FaceName, openTypeface, type Typeface } from "./typeface";
import type { FaceChoice } from "./words";

export type StructElement = PDFKit.PDFStructureElement;

/** The document being written: where the pen stands, and the tree that tells readers what is what. */
export type Sheet = {
  readonly doc: PDFKit.PDFDocument;
  readonly description: PdfDescription;
  readonly faces: Record<FaceName, Typeface>;
  readonly root: StructElement;
  readonly total: PageTotal;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  page: number;
  /** Distance of the pen from the upper edge. */
  y: number;
  isComplete: boolean;
};

export function openSheet(description: PdfDescription): Sheet {
  const { width, height } = papers[description.paper];
  const doc = openDocument(description);
  const faces = {
    text: openTypeface(doc, "text"),
    bold: openTypeface(doc, "bold"),
    mono: openTypeface(doc, "mono"),
  };
  const root = doc.struct("Document");
  doc.addStructure(root);
  const frame = {
    left: margins.left,
    width: width - margins.left - margins.right,
    top: margins.top,
    bottom: height - margins.bottom,
  };
  const total = openPageTotal(doc, faces.text);
  const sheet: Sheet = { doc, description, faces, root, total, ...frame, page: 0, y: 0, isComplete: true };
  turnPage(sheet);
  return sheet;
}

function openDocument({ title, language, paper, madeAt }: PdfDescription): PDFKit.PDFDocument {
  return new PDFDocument({
    size: papers[paper].size,
    margin: 0,
    autoFirstPage: false,
    // No standard font, not even as the default: PDF/UA wants every font embedded.
    font: null as unknown as string,
    pdfVersion: "1.7",
    // pdfkit knows PDF/UA-1 under this name; its types do not.
    subset: "PDF/UA" as unknown as "PDF/A-1",
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: title.replace(/[<>&]/g, " "),
      Creator: "Nightjar",
      Producer: "Nightjar",
      CreationDate: madeAt,
    },
  });
}

/** Begins a page with its running lines; they are artifacts, so a screen reader passes over them. */
export function turnPage(sheet: Sheet): void {
  const { doc, description } = sheet;
  doc.addPage();
  sheet.page += 1;
  sheet.y = sheet.top;
  doc.markContent("Artifact", { type: "Pagination" });
  if (sheet.page > 1) running(sheet, description.header, { y: 40, align: "left" });
  running(sheet, description.footer, { y: sheet.bottom + 34, align: "right" });
  const label = running(sheet, description.words.pageOf(sheet.page), { y: sheet.bottom + 34, align: "left" });
  sheet.total.draw(sheet.left + label, sheet.bottom + 34);
  doc.endMarkedContent();
}

function running(sheet: Sheet, text: string, { y, align }: { y: number; align: "left" | "right" }): number {
  const line = setText(sheet, text, styles.running, sheet.width).lines[0];
  if (!line) return 0;
  const x = align === "left" ? sheet.left : sheet.left + sheet.width - line.width;
  drawLine(sheet.doc, line, { x, y, size: styles.running.size, colour: colours.soft });
  return line.width;
}

/** Turns the page unless `height` points are left on it. */
export function ensureRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.bottom && sheet.y > sheet.top) turnPage(sheet);
}

/** Sets a text in a style; a character that the style's face lacks comes from another. */
export function setText(sheet: Sheet, text: string, style: TextStyle, width: number): SetText {
  const { faces } = sheet;
  const choice: FaceChoice = [faces[style.face], faces.text];
  const set = setLines(text, choice, { size: style.size, width });
  sheet.isComplete &&= set.isComplete;
  return set;
}

/** Draws what belongs to one element of the tree. */
export function mark(sheet: Sheet, element: StructElement, tag: string, draw: () => void): void {
  const content = sheet.doc.markStructureContent(tag);
  draw();
  sheet.doc.endMarkedContent();
  element.add(content);
}

/** Draws what only pleases the eye: rules, washes, repeated heads. */
export function decorate(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent("Artifact", { type: "Layout" });
  draw();
  sheet.doc.endMarkedContent();
}

/** Opens an element under `parent`; it is written to the file as soon as it is ended. */
export function openElement(
  sheet: Sheet,
  parent: StructElement,
  tag: string,
  options?: PDFKit.Mixins.StructureElementOptions,
): StructElement {
  const element = sheet.doc.struct(tag, options);
  parent.add(element);
  return element;
}
