import type { Readable } from "node:stream";
import type { Country } from "@/lib/platform/country";
import type { Block, Column, Paper } from "@/lib/platform/pdf/description";
import { writePdf } from "@/lib/platform/pdf/write-pdf";
import type { CallRow, LetterContent } from "./letter";
import { letterWords, pageWords } from "./wording";

/** The letter as a tagged PDF; `madeAt` is its creation date, and the same letter gives the same bytes. */
export function writeLetterPdf(content: LetterContent, { madeAt }: { madeAt: Date }): Readable {
  return writePdf({
    title: pageWords.title,
    language: letterWords[content.country].language,
    paper: paperOf(content.country),
    madeAt,
    header: pageWords.header(content.dated),
    footer: pageWords.footer,
    words: { pageOf: pageWords.pageOf, unwritable: pageWords.unwritable },
    blocks: letterBlocks(content),
  });
}

/** A4, but US Letter in North America. */
export function paperOf(country: Country): Paper {
  return country === "US" || country === "CA" ? "Letter" : "A4";
}

function letterBlocks(content: LetterContent): Block[] {
  return [
    { kind: "paragraph", style: "address", text: content.sender },
    { kind: "paragraph", style: "address", text: content.recipient },
    { kind: "paragraph", style: "address", text: content.dated },
    { kind: "heading", level: 1, size: "small", text: content.subject },
    ...bodyBlocks(content.body),
    { kind: "blank-lines", labels: [pageWords.signature] },
    ...callBlocks(content.calls),
  ];
}

/** Paragraphs are divided by empty lines; consecutive lines that begin with "- " are one list. */
export function bodyBlocks(body: string): Block[] {
  const lines = body.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let words: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (words.length > 0) blocks.push({ kind: "paragraph", text: words.join("\n") });
    if (items.length > 0) blocks.push({ kind: "list", items });
    [words, items] = [[], []];
  };
  for (const line of lines) {
    const isItem = line.startsWith("- ");
    if (line.trim() === "" || isItem !== items.length > 0) close();
    if (isItem) items.push(line.slice(2));
    else if (line.trim() !== "") words.push(line);
  }
  close();
  return blocks;
}

function callBlocks(calls: readonly CallRow[]): Block[] {
  if (calls.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: pageWords.calls },
    { kind: "paragraph", style: "small", text: pageWords.callsNote },
    callTable(calls),
  ];
}

/** The table by which a provider finds the calls in its own records. */
export function callTable(calls: readonly CallRow[]): Block {
  return { kind: "table", columns: callColumns, rows: calls.map(cellsOf) };
}

const { columns } = pageWords;
const callColumns: Column[] = [
  { title: columns.mark, share: 27 },
  { title: columns.local, share: 86 },
  { title: columns.utc, share: 88 },
  { title: columns.shown, share: 80 },
  { title: columns.called, share: 68 },
  { title: columns.result, share: 78 },
];

function cellsOf(call: CallRow): string[] {
  const trace = call.callTrace && `${pageWords.callTrace} ${call.callTrace}`;
  return [
    call.mark,
    `${call.local.replace(", ", ",\n")} (${call.offset})`,
    call.utc,
    call.shownNumber,
    call.calledNumber,
    [[call.result, call.duration].filter(Boolean).join(", "), trace].filter(Boolean).join("\n"),
  ];
}
