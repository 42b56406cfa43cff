// The same lines written with pdfkit alone: no breaking into lines, no tags, no tables. Argument 1 names the strips.
import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { answerTurns } from "../answer-turns.mjs";
import { fonts } from "./fonts.mjs";

const strips = JSON.parse(readFileSync(process.argv[2], "utf8"));
const [TOP, BOTTOM] = [68, 770];

answerTurns(() => {
  const doc = new PDFDocument({ size: "A4", margin: 0, font: fonts.text });
  let y = TOP;
  for (const { size, columns } of strips) {
    doc.fontSize(size);
    const leading = size * 1.45;
    for (let index = 0; columns.some(({ lines }) => index < lines.length); index += 1) {
      if (y + leading > BOTTOM) {
        doc.addPage();
        y = TOP;
      }
      for (const { x, lines } of columns)
        if (lines[index]) doc.text(lines[index], x, y, { lineBreak: false });
      y += leading;
    }
  }
  doc.end();
  return doc;
});
