import { expect, test } from "vitest";
import { characterCount } from "./character-count";

test.each([
  ["", 0],
  ["abc", 3],
  ["a\r\nb", 3],
  ["a\nb", 3],
  ["a\0b", 3],
  ["🤙🏽", 2],
  ["\ud800", 1],
])("%j has %i characters", (text, count) => {
  expect(characterCount(text)).toBe(count);
});
