import { expect, it } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { scoreSpacings } from "./spacing-scores";

it("wide spacings score for 'widened' and narrow ones for 'narrowed', those of stalls for nothing", () => {
  const random = seededRandom(1);
  let now = 0;
  const times = Float64Array.from({ length: 3000 }, (_, k) => {
    now += k === 1000 ? 150_000 : 15_000 + 10_000 * random();
    return now;
  });
  const { values, isWhole } = scoreSpacings(times, 1, 6);
  const meanOf = (from: number, to: number) => {
    const some = Array.from(values).filter((_, k) => {
      const spacing = ((times[k + 1] as number) - (times[k] as number)) / 1000;
      return spacing > from && spacing < to;
    });
    return some.reduce((sum, value) => sum + value, 0) / some.length;
  };
  expect(meanOf(23, 25)).toBeGreaterThan(0.3);
  expect(meanOf(15, 17)).toBeLessThan(-0.3);
  expect(Math.abs(meanOf(140, 160))).toBeLessThan(0.5 * meanOf(23, 25));
  expect(isWhole.reduce((sum, one) => sum + one, 0)).toBe(2999);
});

it("a lost packet takes away the two spacings beside it and no other", () => {
  const { isWhole } = scoreSpacings(Float64Array.from([0, 20, Number.NaN, 60, 80]), 1, 3);
  expect(Array.from(isWhole)).toEqual([1, 0, 0, 1, 0]);
});
