// The same blocks by pdfmake, with its own tables and line breaking. Arguments: the blocks, and where it is installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { answerTurns } from "../answer-turns.mjs";
import { fonts } from "./fonts.mjs";

const blocks = JSON.parse(readFileSync(process.argv[2], "utf8"));
const pdfmake = createRequire(process.argv[3])("pdfmake");
pdfmake.addFonts({ DejaVu: { normal: fonts.text, bold: fonts.bold }, Mono: { normal: fonts.mono } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));

answerTurns(async () => {
  const document = pdfmake.createPdf({
    pageSize: "A4",
    pageMargins: [64, 68, 64, 72],
    defaultStyle: { font: "DejaVu", fontSize: 10 },
    // A new tree each time, because pdfmake writes into the one it is given.
    content: blocks.flatMap(contentOf),
  });
  return [await document.getBuffer()];
});

function contentOf(block) {
  switch (block.kind) {
    case "heading":
      return [
        { text: block.text, bold: true, fontSize: [22, 14, 10.5][block.level - 1], margin: [0, 12, 0, 3] },
      ];
    case "paragraph":
      return [{ text: block.text, fontSize: block.style === "small" ? 8.5 : 10, margin: [0, 0, 0, 8] }];
    case "quote":
      return [
        { text: block.text, fontSize: 11, margin: [14, 0, 0, 2] },
        { text: block.source, fontSize: 8.5, margin: [14, 0, 0, 10] },
      ];
    case "list":
      return [{ ul: block.items }];
    case "facts":
      return [
        table(
          [132, "*"],
          block.pairs.map(({ name, text }) => [name, text]),
          0,
        ),
      ];
    case "table":
      return [table(widths(block.columns), [block.columns.map(({ title }) => title), ...block.rows], 1)];
    case "bars":
      return [{ text: block.alt }];
    case "notice":
      return [{ text: block.title, bold: true }, { text: block.text }];
    case "blank-lines":
      return block.labels.map((text) => ({ text, fontSize: 8.5, margin: [0, 30, 0, 0] }));
    default:
      return [];
  }
}

function table(columns, rows, headerRows) {
  return { table: { widths: columns, headerRows, body: rows }, layout: "lightHorizontalLines", fontSize: 8 };
}

function widths(columns) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / shares) * (467 - columns.length * 8));
}
