import { expect, test } from "vitest";
import { plainText, readableText, shortText } from "./ladder-text";

const bytesOf = (text: string) => Buffer.from(text, "utf8").toString("latin1");

test.each([
  ["UTF-8 is read as UTF-8", bytesOf("Zoë – 猫"), "Zoë – 猫"],
  ["a byte that is not UTF-8 is shown as its number", "Zo\xeb", "Zo\\xEB"],
  ["a zero byte is seen", "a\0b", "a\u2400b"],
  ["line ends become one sign", "a\r\nb\nc", "a\nb\nc"],
  ["a CR that stands alone is seen", "a\rb", "a\u240db"],
  ["marks that turn the direction of writing are seen", bytesOf("a\u202eb"), "a\\u202Eb"],
])("%s", (_rule, bytes, shown) => {
  expect(readableText(bytes)).toBe(shown);
});

test("a range that ends between CR and LF shows no stray CR", () => {
  expect(readableText("ab\r\ncd", { start: 0, end: 3 })).toBe("ab");
});

test("short text stays on one line and says where it was cut", () => {
  expect(shortText("Proxy\r\n Authentication Required", 10)).toBe("Proxy Aut…");
});

test("text that is already decoded keeps its letters and loses what hides", () => {
  expect(plainText("Zoë\u0000 \u202eeve")).toBe("Zoë \\u202Eeve");
});
