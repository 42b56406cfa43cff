import { expect, test } from "vitest";
import { medianGapMs, noGaps, takeGap } from "./gap-sample";

function medianOf(gaps: Iterable<number>): number | undefined {
  const sample = noGaps();
  for (const gap of gaps) takeGap(sample, gap);
  return medianGapMs(sample);
}

test.each<[title: string, gaps: number[], median: number | undefined]>([
  ["no gaps have no median", [], undefined],
  ["the middle one of three", [20_000, 1_000, 90_000], 20],
  ["between the middle ones of four", [10_000, 20_000, 30_000, 40_000], 25],
  ["a step back in time is a gap of nothing", [-5_000, -7_000, 8_000], 0],
])("%s", (_title, gaps, median) => {
  expect(medianOf(gaps)).toBe(median);
});

test("of a hundred thousand gaps that repeat every four, the median is not misled by their rhythm", () => {
  const gaps = Array.from({ length: 100_000 }, (_, index) => (index % 4 === 3 ? 80_000 : 100));
  expect(medianOf(gaps)).toBe(0.1);
});

test("of many even gaps the sample's median is near the true one", () => {
  const gaps = Array.from({ length: 50_000 }, (_, index) => (index * 7_919) % 40_000);
  expect(Math.abs((medianOf(gaps) ?? 0) - 20)).toBeLessThan(4);
});

test("a flow's beginning counts as much as its end", () => {
  const gaps = Array.from({ length: 10_000 }, (_, index) => (index < 7_000 ? 20_000 : 40_000));
  expect(medianOf(gaps)).toBe(20);
});
