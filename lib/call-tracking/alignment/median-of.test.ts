import { expect, it } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { medianOf, quantileOf } from "./median-of";

it.each([
  [[], 0],
  [[3], 3],
  [[3, 1], 3],
  [[5, 1, 3], 3],
  [[2, 2, 2, 2], 2],
])("the median of %j is %i", (values, median) => {
  expect(medianOf(Float64Array.from(values))).toBe(median);
});

it("a quantile is what stands at its place when sorted", () => {
  const random = seededRandom(1);
  const values = Float64Array.from({ length: 1001 }, () => Math.floor(100 * random()));
  const sorted = values.slice().sort();
  for (const share of [0, 0.1, 0.5, 0.93, 1]) {
    expect(quantileOf(values.slice(), share)).toBe(sorted[Math.min(1000, Math.floor(1001 * share))]);
  }
});
