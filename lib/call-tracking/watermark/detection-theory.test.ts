import { expect, test } from "vitest";
import { bitAccuracy, chooseThreshold, detectionRate, falseMatchRate } from "./detection-theory";

// The published table for 24 bits, in per cent.
test.each([
  [0, 0.000006],
  [1, 0.00015],
  [2, 0.00179],
  [3, 0.01386],
  [4, 0.07719],
  [5, 0.33054],
  [6, 1.13279],
  [7, 3.19573],
  [8, 7.57948],
])("a stranger's word of 24 bits differs in at most %i with %d per cent", (h, percent) => {
  expect(100 * falseMatchRate(24, h)).toBeCloseTo(percent, h === 0 ? 6 : 5);
});

test("false-match rates are exact: whole numbers of words over all words", () => {
  expect(falseMatchRate(24, 5)).toBe(55_455 / 2 ** 24);
  expect(falseMatchRate(64, 0)).toBe(2 ** -64);
  expect(falseMatchRate(64, 64)).toBe(1);
  expect(falseMatchRate(64, 31)).toBe(0.5 - Number(1_832_624_140_942_590_534n) / 2 ** 65); // all but C(64, 32), halved
  expect(falseMatchRate(24, -1)).toBe(0);
});

// The theory column of the paper's setting: 3 ms, redundancy 25, and 1 ms of jitter at the source.
test.each([
  [2, 1],
  [5, 0.9984],
  [8, 0.9686],
  [10, 0.9322],
  [15, 0.8408],
  [20, 0.7731],
  [30, 0.6914],
])("with %i ms of jitter a bit is right with %d", (jitter, accuracy) => {
  const input = { shiftMs: 3, redundancy: 25, jitterMs: Math.hypot(jitter, 1) };
  expect(bitAccuracy(input)).toBeCloseTo(accuracy, 4);
});

test("without jitter every bit is right, and every marked flow found", () => {
  const right = bitAccuracy({ shiftMs: 3, redundancy: 25, jitterMs: 0 });
  expect(detectionRate({ bits: 24, bitAccuracy: right, h: 0 })).toBe(1);
});

test.each([
  { bits: 2, bitAccuracy: 0.9, h: 0, rate: 0.81 },
  { bits: 2, bitAccuracy: 0.9, h: 1, rate: 0.99 },
  { bits: 2, bitAccuracy: 0.9, h: 2, rate: 1 },
  { bits: 24, bitAccuracy: 0.5, h: 5, rate: 0.0033054 },
])("$bits bits, each right with $bitAccuracy, differ in at most $h with $rate", ({ rate, ...input }) => {
  expect(detectionRate(input)).toBeCloseTo(rate, 6);
});

test.each([
  [{ bits: 24, candidates: 1, falseMatches: 0.01 }, 5],
  [{ bits: 24, candidates: 1000, falseMatches: 0.01 }, 1],
  [{ bits: 24, candidates: 1000, falseMatches: 4 }, 5],
  [{ bits: 8, candidates: 1000, falseMatches: 0.01 }, -1],
  [{ bits: 64, candidates: 1_000_000, falseMatches: 1e-6 }, 5],
])("%o allows a distance of %i", (input, h) => {
  expect(chooseThreshold(input)).toBe(h);
});

test("the chosen distance is the largest that keeps the promise", () => {
  for (const bits of [8, 24, 48, 64])
    for (const candidates of [1, 30, 1000]) {
      const h = chooseThreshold({ bits, candidates, falseMatches: 0.01 });
      expect(candidates * falseMatchRate(bits, h)).toBeLessThanOrEqual(0.01);
      expect(candidates * falseMatchRate(bits, h + 1)).toBeGreaterThan(0.01);
    }
});
