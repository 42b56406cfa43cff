import { expect, test } from "vitest";
import { createKeyStream } from "./key-stream";

const key = Uint8Array.from({ length: 32 }, (_, place) => place);

function draw(label: string, limit: number, count: number): number[] {
  const stream = createKeyStream(key, label);
  return Array.from({ length: count }, () => stream.below(limit));
}

// Computed apart from this code, with Python's hashlib.
test.each([
  ["a test", 1000, [428, 320, 28, 775, 784, 991, 240, 328, 326, 961]],
  ["another test", 1000, [447, 273, 943, 503, 496, 483, 100, 501, 361, 269]],
  // Of the first 14 words four are 3 * 2^30 or more: they would make small numbers likelier and are drawn again.
  [
    "a test",
    3 * 2 ** 30,
    [
      2595929028, 1223006784, 1111366991, 1308965240, 2898471328, 552619326, 2095004961, 2232885810,
      975569563, 2091224760,
    ],
  ],
])("the stream %s gives the same numbers below %i for ever", (label, limit, numbers) => {
  expect(draw(label, limit, numbers.length)).toEqual(numbers);
});

test("all numbers below a limit are equally likely", () => {
  const counts = new Array(10).fill(0);
  for (const number of draw("ten", 10, 20_000)) counts[number]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
  expect(chiSquare).toBeLessThan(27.9); // one in a thousand, of 9 degrees of freedom
});

test("a key of another length than 32 bytes is refused", () => {
  expect(() => createKeyStream(new Uint8Array(31), "a test")).toThrow("32 bytes, not 31");
});
