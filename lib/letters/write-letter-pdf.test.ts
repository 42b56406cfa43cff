import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { silentCallAt, threatAt } from "@/lib/incidents/build-incident";
import {
  canInspect,
  checkSyntax,
  flatTextOf,
  propertiesOf,
  structureOf,
} from "@/lib/platform/pdf/inspect-pdf";
import { fileOf, marasCase } from "./build-letter";
import { draftLetter } from "./draft-letter";
import { bodyBlocks, writeLetterPdf } from "./write-letter-pdf";

const madeAt = new Date("2026-03-05T10:00:00Z");
const letter = draftLetter({
  details: marasCase(),
  incidents: [
    threatAt("2026-03-02T22:15:07Z", "x", { callTrace: "worked", callTraceNotes: "at 22:17" }),
    silentCallAt("2026-07-04T11:00:00Z", { time: { precision: "about" } }),
  ],
  files: [fileOf()],
  date: madeAt,
});

test("the same letter gives the same bytes", async () => {
  const [one, other] = await Promise.all([
    buffer(writeLetterPdf(letter, { madeAt })),
    buffer(writeLetterPdf(letter, { madeAt })),
  ]);
  expect(one.equals(other)).toBe(true);
});

test("lines that begin with a dash are a list, empty lines divide paragraphs, other lines stay together", () => {
  expect(bodyBlocks("One\r\ntwo\n\n- a\n- b\nthree")).toEqual([
    { kind: "paragraph", text: "One\ntwo" },
    { kind: "list", items: ["a", "b"] },
    { kind: "paragraph", text: "three" },
  ]);
});

describe.skipIf(!canInspect)("as its reader finds it (needs pdftotext, pdfinfo and qpdf)", async () => {
  const pdf = await buffer(writeLetterPdf(letter, { madeAt }));

  test("the file is sound and its title tells nothing of the case", () => {
    expect(checkSyntax(pdf)).toContain("No syntax or stream encoding errors");
    expect(propertiesOf(pdf)).toContain("Letter to a phone provider");
  });

  test("each call stands with its local time, offset, UTC, number and trace", () => {
    const text = flatTextOf(pdf);
    expect(text).toContain(
      "A1 Mon 2 Mar 2026, 22:15:07 (+00:00) 2026-03-02T22:15:07Z (212) 555-0142 +12125550142",
    );
    expect(text).toContain("about 12:00 (+01:00)");
    expect(text).toContain("dialled, worked; at 22:17");
  });

  test("the subject is the first heading and the calls are a table", () => {
    const tree = structureOf(pdf);
    expect(tree).toMatch(/^ *H1/m);
    expect(tree).toMatch(/^ *Table/m);
  });

  test("what the person wrote comes out whole, hostile or not", async () => {
    const body = `<script>alert(1)</script> =cmd()\n\n${"x".repeat(500)}\n\n\0\ud800\u202e 你`;
    const text = flatTextOf(await buffer(writeLetterPdf({ ...letter, body }, { madeAt })));
    expect(text).toContain("<script>alert(1)</script> =cmd()");
    expect(text.match(/x{20,}/g)?.join("")).toHaveLength(500);
    expect(text).toContain("[U+0000][U+D800][U+202E] [U+4F60]");
  });
});
