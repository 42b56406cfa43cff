import { expect, it } from "vitest";
import { countByOrder } from "./count-by-order";

const countsOf = (ms: number[]) =>
  Array.from(
    countByOrder(
      Float64Array.from(ms, (at) => at * 1000),
      20_000,
    ),
  );

it.each([
  ["an even flow", [0, 20, 40, 60], [0, 1, 2, 3]],
  ["one packet missing", [0, 20, 60, 80], [0, 1, 3, 4]],
  ["two packets missing, with jitter", [0, 23, 78, 102, 118], [0, 1, 4, 5, 6]],
  ["a queue that empties again is no loss", [0, 20, 90, 91, 92, 100, 120], [0, 1, 2, 3, 4, 5, 6]],
  ["a long silence is no loss", [0, 20, 520, 540], [0, 1, 2, 3]],
])("losses are counted where the flow falls behind for good: %s", (_, ms, counts) => {
  expect(countsOf(ms)).toEqual(counts);
});

it.each([-200, 200])("a clock that is off by %i ppm loses no packet in ten minutes", (ppm) => {
  const ms = Array.from({ length: 30_000 }, (_, k) => 20 * k * (1 + ppm * 1e-6));
  expect(countsOf(ms).at(-1)).toBe(29_999);
});
