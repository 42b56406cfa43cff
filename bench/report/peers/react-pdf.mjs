// The same blocks by @react-pdf/renderer. Arguments: the blocks, and where it is installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { answerTurns } from "../answer-turns.mjs";
import { fonts } from "./fonts.mjs";

const blocks = JSON.parse(readFileSync(process.argv[2], "utf8"));
const require = createRequire(process.argv[3]);
const { createElement: h } = require("react");
const { Document, Font, Page, renderToStream, Text, View } = await import(
  pathToFileURL(require.resolve("@react-pdf/renderer")).href
);
Font.register({ family: "DejaVu", fonts: [{ src: fonts.text }, { src: fonts.bold, fontWeight: "bold" }] });
Font.registerHyphenationCallback((word) => [word]);

// One page that flows over hundreds takes it longer than all else together, so it gets its pages in handy pieces.
const ELEMENTS_A_PAGE = 60;

answerTurns(() => {
  const style = { padding: "68 64 72 64", fontFamily: "DejaVu", fontSize: 10 };
  const elements = blocks.flatMap(elementsOf);
  const pieces = Array.from({ length: Math.ceil(elements.length / ELEMENTS_A_PAGE) }, (_, piece) =>
    elements.slice(piece * ELEMENTS_A_PAGE, (piece + 1) * ELEMENTS_A_PAGE),
  );
  const pages = pieces.map((piece, key) => h(Page, { key, size: "A4", style }, piece));
  return renderToStream(h(Document, null, pages));
});

function elementsOf(block, index) {
  const text = (words, style, part = 0) => h(Text, { key: `${index}.${part}`, style }, words);
  switch (block.kind) {
    case "heading":
      return [
        text(block.text, { fontWeight: "bold", fontSize: [22, 14, 10.5][block.level - 1], marginTop: 12 }),
      ];
    case "paragraph":
      return [text(block.text, { fontSize: block.style === "small" ? 8.5 : 10, marginBottom: 8 })];
    case "quote":
      return [
        text(block.text, { fontSize: 11, marginLeft: 14 }),
        text(block.source, { fontSize: 8.5, marginLeft: 14, marginBottom: 10 }, 1),
      ];
    case "list":
      return block.items.map((item, place) => text(`• ${item}`, {}, place));
    case "facts":
      return rows(
        index,
        [2, 5],
        block.pairs.map(({ name, text: words }) => [name, words]),
      );
    case "table":
      return rows(
        index,
        block.columns.map(({ share }) => share),
        [block.columns.map(({ title }) => title), ...block.rows],
      );
    case "bars":
      return [text(block.alt, {})];
    case "notice":
      return [text(block.title, { fontWeight: "bold" }), text(block.text, {}, 1)];
    case "blank-lines":
      return block.labels.map((label, place) => text(label, { fontSize: 8.5, marginTop: 30 }, place));
    default:
      return [];
  }
}

function rows(index, shares, cells) {
  return cells.map((row, place) =>
    h(
      View,
      { key: `${index}.${place}`, style: { flexDirection: "row", borderBottom: "0.4 solid #ccc" } },
      row.map((words, column) =>
        h(
          Text,
          { key: column, style: { flexBasis: 0, flexGrow: shares[column], fontSize: 8, padding: 3 } },
          words,
        ),
      ),
    ),
  );
}
