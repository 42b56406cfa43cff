import { describe, expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { bestLag } from "./best-lag";
import { createLagCorrelator } from "./lag-correlator";
import { createOverlap } from "./overlap";

const series = (...values: number[]) => Float64Array.from(values);

test("both series are summed at each lag, by hand", () => {
  const correlate = createLagCorrelator({ jitter: series(1, 2, 3), sizes: series(1, 0, -1) });
  const sums = correlate({ jitter: series(4, 5, 6), sizes: series(2, 2, 5) }, { from: -2, to: 2 });
  // Lag 1: 1 * 5 + 2 * 6; lag -1: 2 * 4 + 3 * 5.
  expect([...sums.jitter].map(Math.round)).toEqual([12, 23, 32, 17, 6]);
  expect([...sums.sizes].map(Math.round)).toEqual([-2, -2, -3, 2, 5]);
});

test("the transform agrees with the sums written out", () => {
  const random = seededRandom(11);
  const noise = (length: number) => Float64Array.from({ length }, () => random() - 0.5);
  const [x, y] = [noise(300), noise(411)];
  const sums = createLagCorrelator({ jitter: x, sizes: y })({ jitter: y, sizes: x }, { from: -250, to: 350 });
  const written = (a: Float64Array, b: Float64Array, lag: number) =>
    a.reduce((sum, value, place) => sum + value * (b[place + lag] ?? 0), 0);
  for (const lag of [-250, -101, -1, 0, 1, 99, 350]) {
    expect(sums.jitter[lag + 250]).toBeCloseTo(written(x, y, lag), 9);
    expect(sums.sizes[lag + 250]).toBeCloseTo(written(y, x, lag), 9);
  }
});

test("what two series share at a lag leaves empty places out", () => {
  const overlap = createOverlap({ first: series(3, 0, 4, 1), second: series(0, 2, 2) });
  expect(overlap(0)).toEqual({ compared: 2, energy: Math.sqrt(25 * 8) });
  expect(overlap(-2)).toEqual({ compared: 1, energy: Math.sqrt(17 * 4) });
  expect(overlap(9)).toEqual({ compared: 0, energy: 0 });
});

describe("the best lag", () => {
  const found = (first: Float64Array, second: Float64Array) => {
    const empty = new Float64Array(0);
    const range = { from: -100, to: 100 };
    const sums = createLagCorrelator({ jitter: first, sizes: empty })(
      { jitter: second, sizes: empty },
      range,
    );
    return bestLag({ first, second }, { sums: sums.jitter, from: range.from, least: 200 });
  };
  const random = seededRandom(5);
  const noise = Float64Array.from({ length: 1000 }, () => random() - 0.5);

  test("a series is found in itself, 37 places later, far beyond chance", () => {
    const best = found(noise.subarray(37), noise);
    expect(best).toMatchObject({ lag: 37, compared: 963 });
    expect(best?.correlation).toBeCloseTo(1, 6);
    expect(best?.strength).toBeGreaterThan(10);
  });

  test("series that have nothing to do with each other stay within chance", () => {
    const strengths = Array.from({ length: 60 }, () => {
      const other = Float64Array.from({ length: 1000 }, () => random() - 0.5);
      return found(noise, other)?.strength ?? 0;
    });
    expect(Math.max(...strengths)).toBeLessThan(2);
    expect(strengths.reduce((sum, one) => sum + one, 0) / 60).toBeLessThan(0.3);
  });

  test("nothing is said of series without entries", () => {
    expect(found(new Float64Array(0), noise)).toBeUndefined();
    expect(found(new Float64Array(500), noise)).toBeUndefined();
  });
});
