import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { PdfDescription } from "@/lib/platform/pdf/description";
import { drawFacts, drawTable } from "@/lib/platform/pdf/draw-table";
import { drawHeading, drawList, drawNotice, drawParagraph } from "@/lib/platform/pdf/draw-text";
import { ensureRoom, openSheet, type Sheet, turnPage } from "@/lib/platform/pdf/sheet";
import { texts } from "@/lib/platform/texts";
import { annexBlocks } from "./annex-blocks";
import type { AnnexDocument } from "./annex-material";
import { drawPlot } from "./draw-plot";
import type { AnnexBlock } from "./plot";

/** Bytes are handed on in pieces of about this size, and the event loop gets its turn between them. */
const PIECE_BYTES = 64 * 1024;

/** A comparison as a tagged PDF of its own, as a stream; the same document gives the same bytes. */
export function writeAnnexPdf(document: AnnexDocument): Readable {
  return Readable.from(piecesOf(document), { objectMode: false });
}

async function* piecesOf(document: AnnexDocument): AsyncGenerator<Buffer> {
  const description = descriptionOf(document);
  const sheet = openSheet(description);
  for (const _ of draw(sheet, annexBlocks(document, { level: 1 }))) {
    if (sheet.doc.readableLength < PIECE_BYTES) continue;
    yield sheet.doc.read() as Buffer;
    await nextTurn();
  }
  sheet.total.fill(sheet.page);
  sheet.doc.end();
  yield sheet.doc.read() as Buffer;
}

function descriptionOf({ result, comparedAt, paper, language }: AnnexDocument): PdfDescription {
  const words = texts("tracking.annex");
  const hash = result.second.file.sha256.slice(0, 16);
  return {
    title: words("title"),
    language,
    paper,
    madeAt: comparedAt,
    header: words("title"),
    footer: words("footer", { version: result.version, hash }),
    words: { pageOf: (page) => words("pageOf", { page: String(page) }), unwritable: words("unwritable") },
    blocks: [],
  };
}

function* draw(sheet: Sheet, blocks: Iterable<AnnexBlock>): Generator<void> {
  for (const block of blocks) {
    if (block.kind === "table") yield* drawTable(sheet, block);
    else drawBlock(sheet, block);
    yield;
  }
  if (sheet.isComplete) return;
  drawParagraph(sheet, { kind: "paragraph", style: "small", text: sheet.description.words.unwritable });
}

/** The blocks that these pages use. */
function drawBlock(sheet: Sheet, block: AnnexBlock): void {
  if (block.kind === "heading") drawHeading(sheet, block);
  if (block.kind === "paragraph") drawParagraph(sheet, block);
  if (block.kind === "list") drawList(sheet, block);
  if (block.kind === "facts") drawFacts(sheet, block);
  if (block.kind === "notice") drawNotice(sheet, block);
  if (block.kind === "together") ensureRoom(sheet, block.height);
  if (block.kind === "plot") drawPlot(sheet, block);
  if (block.kind === "page-break") turnPage(sheet);
}
