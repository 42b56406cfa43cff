import type { BlankLines, Heading, List, Notice, Paragraph, Quote } from "./description";
import { type Box, beginBlock, drawLineIn, flowText } from "./flow";
import { drawRule, fillBox } from "./pen";
import { plainLine } from "./printable";
import { decorate, ensureRoom, mark, openElement, type Sheet, setText } from "./sheet";
import { colours, measure, styles, type TextStyle } from "./theme";

const bulletIndent = 14;
const quoteIndent = 14;
const noticePadding = 12;

export function drawHeading(sheet: Sheet, { level, text, size }: Heading): void {
  const style = size === "small" ? styles.subject : styles[`h${level}`];
  // A heading stays with what follows it: the head and first row of a table, or the first lines of a text.
  beginBlock(sheet, style, style.leading + (level === 2 ? 120 : 62));
  if (level === 2) sheet.doc.outline.addItem(plainLine(text));
  drawElement(sheet, `H${level}`, text, style);
}

export function drawParagraph(sheet: Sheet, { text, style: name }: Paragraph): void {
  const style = styles[name ?? "body"];
  beginBlock(sheet, style);
  drawElement(sheet, "P", text, style);
}

export function drawQuote(sheet: Sheet, { text, source }: Quote): void {
  const quote = openElement(sheet, sheet.root, "BlockQuote");
  const box = { x: sheet.left + quoteIndent, width: measure - quoteIndent };
  ensureRoom(sheet, styles.quote.leading * 2 + styles.source.leading);
  const rule = ({ from, to }: { from: number; to: number }) =>
    decorate(sheet, () =>
      fillBox(sheet.doc, { x: sheet.left, y: from, width: 2, height: to - from, colour: colours.accent }),
    );
  const parts: [string, TextStyle][] = [
    [text, styles.quote],
    [source, styles.source],
  ];
  for (const [words, style] of parts) {
    const element = openElement(sheet, quote, "P");
    flowText(sheet, words, { element, tag: "P", style, box }, rule);
    element.end();
  }
  sheet.y += styles.source.after;
  quote.end();
}

export function drawList(sheet: Sheet, { items }: List): void {
  const list = openElement(sheet, sheet.root, "L");
  const style = styles.body;
  for (const item of items) {
    ensureRoom(sheet, style.leading * 2);
    const entry = openElement(sheet, list, "LI");
    drawBullet(sheet, entry, style);
    const body = openElement(sheet, entry, "LBody");
    const box = { x: sheet.left + bulletIndent, width: measure - bulletIndent };
    flowText(sheet, item, { element: body, tag: "LBody", style, box });
    entry.end();
    sheet.y += 3;
  }
  sheet.y += style.after - 3;
  list.end();
}

function drawBullet(sheet: Sheet, entry: ReturnType<typeof openElement>, style: TextStyle): void {
  const label = openElement(sheet, entry, "Lbl");
  const line = setText(sheet, "•", style, bulletIndent).lines[0];
  const box = { x: sheet.left + 2, width: bulletIndent };
  if (line) mark(sheet, label, "Lbl", () => drawLineIn(sheet, line, { style, box, y: sheet.y }));
}

/** A box that the eye must not miss; it is not broken over pages. */
export function drawNotice(sheet: Sheet, { title, text }: Notice): void {
  const box = { x: sheet.left + noticePadding + 4, width: sheet.width - 2 * noticePadding - 4 };
  const [head, body] = [styles.h3, styles.body];
  const lines = setText(sheet, text, body, box.width).lines.length;
  const height = head.leading + 2 + lines * body.leading + 2 * noticePadding;
  ensureRoom(sheet, height);
  decorate(sheet, () => {
    fillBox(sheet.doc, { x: sheet.left, y: sheet.y, width: sheet.width, height, colour: colours.wash });
    fillBox(sheet.doc, { x: sheet.left, y: sheet.y, width: 3, height, colour: colours.accent });
  });
  sheet.y += noticePadding;
  drawElement(sheet, "P", title, { ...head, after: 2 }, box);
  drawElement(sheet, "P", text, { ...body, after: noticePadding + 14 }, box);
}

export function drawBlankLines(sheet: Sheet, { labels }: BlankLines): void {
  for (const label of labels) {
    ensureRoom(sheet, 46);
    sheet.y += 30;
    decorate(sheet, () =>
      drawRule(sheet.doc, { x: sheet.left, y: sheet.y, width: 300, colour: colours.ink, weight: 0.6 }),
    );
    drawElement(sheet, "P", label, { ...styles.small, after: 2 });
  }
  sheet.y += 10;
}

function drawElement(sheet: Sheet, tag: string, text: string, style: TextStyle, box?: Box): void {
  const element = openElement(sheet, sheet.root, tag);
  flowText(sheet, text, { element, tag, style, box: box ?? { x: sheet.left, width: measure } });
  element.end();
  sheet.y += style.after;
}
