import { expect, test } from "vitest";
import { plainDigits } from "./plain-digits";

test.each([
  ["  22:15 ", "22:15"],
  ["２２：１５", "22:15"],
  ["٢٢:١٥", "22:15"],
  ["۰۷۷۰۰", "07700"],
  ["२२", "22"],
  ["\u202a+1 212 555 0100\u202c", "+1 212 555 0100"],
  ["\u200f٣\u200f", "3"],
  ["\u{1d7d8}", "0"],
  ["\ud800", "\ud800"],
  ["🤙", "🤙"],
  ["\u00a0", ""],
])("%j reads as %j", (typed, plain) => {
  expect(plainDigits(typed)).toBe(plain);
});
