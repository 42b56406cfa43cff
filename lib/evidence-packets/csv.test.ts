import { describe, expect, it } from "vitest";
import { csvText } from "./csv";

const cell = (value: string | number | undefined) => csvText([], [[value]]).slice("\uFEFF\r\n".length, -2);

describe("csvText", () => {
  it("begins with a byte order mark and ends every line with CR LF", () => {
    expect(csvText(["a", "b"], [[1, undefined]])).toBe("\uFEFFa,b\r\n1,\r\n");
  });

  it.each([
    ['say "hi"', '"say ""hi"""'],
    ["a,b", '"a,b"'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["plain", "plain"],
  ])("quotes %j by RFC 4180", (value, text) => {
    expect(cell(value)).toBe(text);
  });

  it.each([
    "=cmd()",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\u00A0=1",
    "\uFF1D1",
    "\u0000=1",
    "\tx",
    "\rx",
    "\nx",
    "\t=1",
  ])("keeps a spreadsheet from running %j", (value) => {
    expect(cell(value).replace(/^"/, "")).toMatch(/^'|^\uFFFD/);
  });

  it.each([
    ["+44 7700 900123", "'+44 7700 900123"],
    ["07700900123", "'07700900123"],
    ["447700900123", "'447700900123"],
    ["07700 900123", "07700 900123"],
    ["2026-03-02T22:15:00Z", "2026-03-02T22:15:00Z"],
  ])("keeps a spreadsheet from mangling %j", (value, text) => {
    expect(cell(value)).toBe(text);
  });

  it("replaces what CSV cannot hold", () => {
    expect(cell("a\u0000b\u001Bc")).toBe("a\uFFFDb\uFFFDc");
    expect(Buffer.from(cell("a\uD800b"), "utf8").toString("utf8")).toBe("a\uFFFDb");
  });
});
