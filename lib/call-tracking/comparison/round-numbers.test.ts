import { expect, test } from "vitest";
import { roundNumber, roundNumbers } from "./round-numbers";

test.each([
  [1 / 3, 0.333333],
  [1234.5678, 1234.57],
  [-0.000012345678, -0.0000123457],
  [1_709_330_400_940_688, 1_709_330_400_940_688],
  [123_456_789, 123_456_789],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 1e9],
  [Number.NEGATIVE_INFINITY, -1e9],
  [-0, 0],
])("%d is written as %d", (value, rounded) => {
  expect(roundNumber(value)).toBe(rounded);
});

test("numbers are rounded wherever they stand, and all else is left alone", () => {
  const value = {
    list: [0.12345678, "0.12345678"],
    none: undefined,
    is: true,
    inner: { root: Math.sqrt(5) },
  };
  expect(roundNumbers(value)).toEqual({
    list: [0.123457, "0.12345678"],
    none: undefined,
    is: true,
    inner: { root: 2.23607 },
  });
});
