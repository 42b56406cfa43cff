import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import type { Block, PdfDescription } from "./description";
import { canInspect, checkSyntax, flatTextOf, objectsOf, propertiesOf, structureOf } from "./inspect-pdf";
import { writePdf } from "./write-pdf";

const hash = "0123456789abcdef".repeat(4);

function descriptionWith(blocks: Iterable<Block>, overrides: Partial<PdfDescription> = {}): PdfDescription {
  return {
    title: "A document",
    language: "en-GB",
    paper: "A4",
    madeAt: new Date("2026-03-04T10:00:00Z"),
    header: "The head of each page",
    footer: "The foot of each page",
    words: {
      pageOf: (page) => `Page ${page} of`,
      unwritable: "Codes stand for characters in the data file.",
    },
    blocks,
    ...overrides,
  };
}

const pdfOf = (...blocks: Block[]) => buffer(writePdf(descriptionWith(blocks)));
const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => [`A${index + 1}`, `row ${index + 1}`]);
const table = (count: number): Block => ({
  kind: "table",
  columns: [
    { title: "Mark", share: 1 },
    { title: "Said", share: 3 },
  ],
  rows: rows(count),
});
const bars: Block = { kind: "bars", alt: "Three on Monday.", bars: [{ label: "Monday", value: 3 }] };

test("the same description gives the same bytes", async () => {
  const blocks = [paragraph("سلام, naïve, 你"), table(90), bars];
  expect((await pdfOf(...blocks)).equals(await pdfOf(...blocks))).toBe(true);
});

test("a document can be read before its last block is made", async () => {
  let made = 0;
  function* many(): Generator<Block> {
    for (; made < 3_000; made += 1) yield paragraph(`Paragraph ${made}. ${"word ".repeat(60)}`);
  }
  const stream = writePdf(descriptionWith(many()));
  await new Promise((resolve) => stream.once("data", resolve));
  stream.pause();
  expect(made).toBeLessThan(2_000);
  stream.destroy();
});

describe.skipIf(!canInspect)("as other programs read it (needs pdftotext, pdfinfo and qpdf)", () => {
  test("it is sound, tagged, titled, and of the paper that was asked for", async () => {
    const pdf = await pdfOf(paragraph("a"));
    expect(checkSyntax(pdf)).toContain("No syntax or stream encoding errors");
    expect(propertiesOf(pdf)).toMatch(/Title: +A document\n[\s\S]*Tagged: +yes[\s\S]*A4/);
    const letter = await buffer(writePdf(descriptionWith([paragraph("a")], { paper: "Letter" })));
    expect(propertiesOf(letter)).toContain("(letter)");
  });

  test("every font is embedded and the file says that it is PDF/UA-1, in which language", async () => {
    const objects = objectsOf(await pdfOf({ kind: "heading", level: 1, text: "a" }, paragraph("b")));
    expect(objects.match(/\/FontFile2/g)).toHaveLength(2);
    expect(objects).not.toContain("Helvetica");
    expect(objects).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(objects).toContain("/Lang (en-GB)");
  });

  test("headings, lists, quotes, tables and figures are told apart, and heading cells say what they head", async () => {
    const tree = structureOf(
      await pdfOf(
        { kind: "heading", level: 1, text: "Title" },
        { kind: "heading", level: 2, text: "Part" },
        { kind: "list", items: ["item"] },
        { kind: "quote", text: "Words", source: "Somebody" },
        table(1),
        { kind: "facts", pairs: [{ name: "Hash", text: hash, mono: true }] },
        bars,
      ),
    );
    for (const tag of ["H1", "H2", "LI", "LBody", "BlockQuote", "THead", "TBody", "TD", "Figure"]) {
      expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
    }
    expect(tree.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(tree.match(/\/Scope \/Row/g)).toHaveLength(2);
  });

  test("a figure says in words what it shows", async () => {
    expect(objectsOf(await pdfOf(bars))).toContain("/Alt (Three on Monday.)");
  });

  test("the head of a table stands on each page for the eye, and once in the tree", async () => {
    const pdf = await pdfOf(table(120));
    expect(flatTextOf(pdf).match(/Mark Said/g)).toHaveLength(4);
    expect(structureOf(pdf).match(/"Mark"/g)).toHaveLength(1);
  });

  test("each page bears its number and the number of all", async () => {
    const text = flatTextOf(await pdfOf(table(120)));
    expect([1, 2, 3, 4].every((page) => text.includes(`Page ${page} of 4`))).toBe(true);
  });

  test("no row is lost at a page turn, and a row longer than a page goes on over the next", async () => {
    const long = Array.from({ length: 900 }, (_, index) => `w${index}`).join(" ");
    const columns = [{ title: "Only", share: 1 }];
    const text = flatTextOf(
      await pdfOf(table(200), { kind: "table", columns, rows: [[`${long} ${long} ${long}`]] }),
    );
    expect(rows(200).every(([mark, said]) => text.includes(`${mark} ${said}`))).toBe(true);
    expect(text.match(/w899\b/g)).toHaveLength(3);
  });

  test("hostile text comes out whole and harmless", async () => {
    const text = flatTextOf(
      await pdfOf(paragraph(`<script>alert(1)</script> =cmd() \0 \ud800 \u202eevil ${"x".repeat(500)}`)),
    );
    expect(text).toContain("<script>alert(1)</script> =cmd() [U+0000] [U+D800] [U+202E]evil");
    expect(text.match(/x/g)).toHaveLength(500);
  });

  test("characters that no font here has are written as codes, and that is said once at the end", async () => {
    const text = flatTextOf(await pdfOf(paragraph("你好"), paragraph("👩")));
    expect(text).toContain("[U+4F60][U+597D]");
    expect(text.match(/Codes stand for/g)).toHaveLength(1);
    expect(flatTextOf(await pdfOf(paragraph("plain")))).not.toContain("Codes stand for");
  });

  test("Arabic and Hebrew are read back in the order in which they were written", async () => {
    const text = flatTextOf(await pdfOf(paragraph("سوف أجدك يوم الجمعة"), paragraph("שלום עולם")));
    expect(text.replace(/[\u202a-\u202e]/g, "")).toContain("سوف أجدك يوم الجمعة");
    expect(text.replace(/[\u202a-\u202e]/g, "")).toContain("שלום עולם");
  });

  test("Latin, Greek, Cyrillic and typographic signs need no codes", async () => {
    const sample = "naïve façade Ελληνικά Кириллица “quoted” — … ß İ ő ł";
    expect(flatTextOf(await pdfOf(paragraph(sample)))).toContain(sample);
  });

  test("a hash in its narrow column can be copied whole", async () => {
    const text = flatTextOf(
      await pdfOf({ kind: "facts", pairs: [{ name: "SHA-256", text: hash, mono: true }] }),
    );
    expect(text).toContain(hash);
  });
});
