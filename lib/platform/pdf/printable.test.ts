import { describe, expect, test } from "vitest";
import { linesOf, plainLine, printable } from "./printable";

const latin = (codePoint: number) => codePoint < 0x500;
const everything = () => true;

describe("what is drawn of a text", () => {
  test.each([
    ["a character without a glyph is written as its code", "你", "[U+4F60]"],
    ["a character beyond the first plane is one code, not two halves", "👩", "[U+1F469]"],
    ["a lone surrogate is written as its code", "\ud800x", "[U+D800]x"],
    ["NUL is written as its code where the font has no picture of it", "a\0b", "a[U+0000]b"],
    ["an override of direction is shown, not obeyed", "\u202egnp", "[U+202E]gnp"],
    ["markup and formulas stay as they were typed", "<script>=cmd()", "<script>=cmd()"],
    ["a tab is white space", "a\tb", "a    b"],
  ])("%s", (_, typed, drawn) => {
    expect(printable(typed, latin).text).toBe(drawn);
  });

  test("NUL is drawn as its picture where the font has one", () => {
    expect(printable("a\0b", everything).text).toBe("a␀b");
  });

  test("marks piled on one letter are drawn up to four, then written as codes", () => {
    expect(printable(`z${"\u0301".repeat(6)}`, everything).text).toBe(
      `z${"\u0301".repeat(4)}[U+0301][U+0301]`,
    );
  });

  test("joiners and marks of direction stay, because they shape their neighbours", () => {
    expect(printable("می\u200cخواهم\u200f", everything)).toEqual({
      text: "می\u200cخواهم\u200f",
      isComplete: true,
    });
  });

  test("a text is complete only when no code had to be written", () => {
    expect(printable("naïve", latin).isComplete).toBe(true);
    expect(printable("naïve 你", latin).isComplete).toBe(false);
  });
});

test("every kind of line end ends a line", () => {
  expect(linesOf("a\r\nb\rc\nd\u2028e\u0085f")).toEqual(["a", "b", "c", "d", "e", "f"]);
});

test("a title is one line without broken characters", () => {
  expect(plainLine("two\nlines \udfff")).toBe("two lines [U+DFFF]");
});
