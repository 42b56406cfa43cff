import { expect, test } from "vitest";
import { displayText } from "./display-text";

test.each([
  ["plain text\r\n\tstays", "plain text\r\n\tstays"],
  ["\xc3\xa9 \xe2\x82\xac \xf0\x9f\x93\x9e", "é € 📞"],
  ["caf\xe9", "caf\\xE9"],
  ["\xc3", "\\xC3"],
  ["\xc0\x80", "\\xC0\\x80"],
  ["\xed\xa0\x80", "\\xED\\xA0\\x80"],
  ["\xf4\x90\x80\x80", "\\xF4\\x90\\x80\\x80"],
  ["\0\x07\x7f", "\u2400\u2407\u2421"],
])("%j is shown as %j", (bytes, shown) => {
  expect(displayText(bytes)).toBe(shown);
});

test("a range shows that part alone", () => {
  expect(displayText("a\xc3\xa9b", { start: 1, end: 3 })).toBe("é");
});
