import { expect, test } from "vitest";
import { chanceText, expectedText, smallNumber } from "./chance-text";

test.each([
  [0, "less than 1 time in a million million"],
  [5.96e-8, "about 1 time in 16,000,000"],
  [0.0033054, "about 1 time in 300"],
  [1 / 12, "about 1 time in 12"],
  [0.3, "about 30 times in 100"],
  [0.301, "about 31 times in 100"],
  [0.999, "nearly always"],
  [1, "nearly always"],
])("a chance of %s is told as %s", (probability, said) => {
  expect(chanceText(probability)).toBe(said);
});

test.each([...Array(200).keys()].map((step) => 10 ** (-step / 20)))(
  "a chance never seems smaller than it is: %s",
  (probability) => {
    const said = chanceText(probability);
    const [, every] = /1 time in ([\d,]+)/.exec(said) ?? [];
    const [, times] = /(\d+) times in 100/.exec(said) ?? [];
    const told = every ? 1 / Number(every.replaceAll(",", "")) : times ? Number(times) / 100 : 1;
    expect(told).toBeGreaterThanOrEqual(probability * (1 - 1e-9));
    expect(told).toBeLessThan(probability * 1.2 + 0.01);
  },
);

test.each([
  [0, "less than 1 of a million million such searches"],
  [0.0000024, "about 1 of 410,000 such searches"],
  [3.3, "About 3 false matches are to be expected in each such search"],
  [0.7, "About 1 false match is to be expected in each such search"],
])("%s expected false matches: %s", (expected, said) => {
  expect(expectedText(expected)).toContain(said);
});

test("small numbers keep three digits, and very small ones their power", () => {
  expect([0, 0.00931, 0.123456, 12.3456, 0.00001794].map(smallNumber)).toEqual([
    "0",
    "0.00931",
    "0.123",
    "12.3",
    "1.8e-5",
  ]);
});
