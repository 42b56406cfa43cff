import { expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { medianInPlace } from "./median";

test.each<[name: string, values: number[], median: number]>([
  ["nothing", [], Number.NaN],
  ["one value", [7], 7],
  ["an odd number", [3, 1, 2], 2],
  ["an even number: the mean of the two in the middle", [4, 1, 2, 3], 2.5],
  ["equal values", [5, 5, 5, 5], 5],
  ["values already in order", [1, 2, 3, 4, 5], 3],
])("the median of %s", (_, values, median) => {
  expect(medianInPlace(Float64Array.from(values), values.length)).toBe(median);
});

test("it is the middle of the sorted values, whatever their order and however many are alike", () => {
  const random = seededRandom(1);
  for (let round = 0; round < 300; round++) {
    const values = Float64Array.from({ length: 1 + (round % 60) }, () => Math.floor(12 * random()));
    const sorted = values.slice().sort();
    const [below = 0, above = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
    expect(medianInPlace(values, values.length)).toBe((below + above) / 2);
  }
});

test("only the first values count", () => {
  expect(medianInPlace(Float64Array.of(1, 2, 3, 900, 900, 900), 3)).toBe(2);
});
