import { expect, test } from "vitest";
import { falseMatchRate } from "../watermark/detection-theory";
import { expectedByChance } from "./chance-alone";

test("of eight words of three bits one agrees wholly, three differ in one bit, three in two, one in all", () => {
  expect(expectedByChance(3, 8)).toEqual([1, 3, 3, 1]);
});

test.each([8, 24, 64])("all candidates are somewhere among the distances of %d bits", (bits) => {
  const sum = expectedByChance(bits, 1000).reduce((total, expected) => total + expected, 0);
  expect(sum).toBeCloseTo(1000, 6);
});

test("of a thousand candidates 3.3 are within five of 24 bits", () => {
  const within = expectedByChance(24, 1000)
    .slice(0, 6)
    .reduce((total, expected) => total + expected, 0);
  expect(within).toBeCloseTo(3.3, 1);
  expect(within).toBeCloseTo(1000 * falseMatchRate(24, 5), 9);
});
