import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Block, PdfDescription } from "./description";
import { drawBars } from "./draw-bars";
import { drawFacts, drawTable } from "./draw-table";
import { drawBlankLines, drawHeading, drawList, drawNotice, drawParagraph, drawQuote } from "./draw-text";
import { openSheet, type Sheet, turnPage } from "./sheet";

/** Bytes are handed on in pieces of about this size, and the event loop gets its turn between them. */
const pieceBytes = 64 * 1024;

/**
 * Writes a tagged PDF (marked PDF/UA-1) as a stream: pages leave as soon as they are full and no faster than they are
 * read. The same description gives the same bytes.
 */
export function writePdf(description: PdfDescription): Readable {
  return Readable.from(piecesOf(description), { objectMode: false });
}

async function* piecesOf(description: PdfDescription): AsyncGenerator<Buffer> {
  const sheet = openSheet(description);
  for (const _ of draw(sheet)) {
    if (sheet.doc.readableLength < pieceBytes) continue;
    yield sheet.doc.read() as Buffer;
    await nextTurn();
  }
  sheet.total.fill(sheet.page);
  sheet.doc.end();
  yield sheet.doc.read() as Buffer;
}

function* draw(sheet: Sheet): Generator<void> {
  for (const block of sheet.description.blocks) {
    if (block.kind === "table") yield* drawTable(sheet, block);
    else drawBlock(sheet, block);
    yield;
  }
  if (!sheet.isComplete) {
    drawParagraph(sheet, { kind: "paragraph", style: "small", text: sheet.description.words.unwritable });
  }
}

function drawBlock(sheet: Sheet, block: Exclude<Block, { kind: "table" }>): void {
  switch (block.kind) {
    case "heading":
      drawHeading(sheet, block);
      break;
    case "paragraph":
      drawParagraph(sheet, block);
      break;
    case "quote":
      drawQuote(sheet, block);
      break;
    case "list":
      drawList(sheet, block);
      break;
    case "facts":
      drawFacts(sheet, block);
      break;
    case "bars":
      drawBars(sheet, block);
      break;
    case "notice":
      drawNotice(sheet, block);
      break;
    case "blank-lines":
      drawBlankLines(sheet, block);
      break;
    case "page-break":
      turnPage(sheet);
      break;
  }
}
