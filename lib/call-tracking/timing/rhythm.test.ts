import { describe, expect, test } from "vitest";
import { spacingOf } from "./flow-spacing";
import { runningMedian } from "./running-median";
import { sendingJitterOf } from "./sending-jitter";

describe("the spacing of a flow", () => {
  test.each<[title: string, at: number[], spacing: number | undefined]>([
    ["every 20 ms", [0, 20, 40, 60, 80, 100], 20],
    ["every 30 ms with jitter", [0, 31, 59, 91, 120, 149, 181], 30],
    ["20 ms in speech, with a silence between", [0, 20, 40, 60, 1060, 1080, 1100, 1120], 20],
    [
      "catching up on each fifth packet",
      [0, 20.2, 40.4, 60.6, 80.8, 100, 120.2, 140.4, 160.6, 180.8, 200],
      20,
    ],
    ["in bursts", [0, 0.01, 0.02, 60, 60.01, 60.02, 120, 120.01, 120.02, 180], undefined],
    ["one packet", [0], undefined],
    ["all at once", [5, 5, 5, 5], undefined],
  ])("%s", (_, at, spacing) => {
    expect(spacingOf(Float64Array.from(at))).toBe(spacing);
  });
});

test("a running median has as many neighbours on both sides as there are", () => {
  expect([...runningMedian(Float64Array.from([5, 1, 9, 2, 2]), 1)]).toEqual([3, 5, 2, 2, 2]);
  expect([...runningMedian(new Float64Array(0), 3)]).toEqual([]);
});

describe("early and late packets on the grid of their spacing", () => {
  const regular = Array.from({ length: 40 }, (_, place) => 20 * place);

  test("a late packet scores above 0, an early one below, the others nearly 0", () => {
    const at = Float64Array.from(
      regular,
      (time, place) => time + (place === 20 ? 0.05 : place === 30 ? -0.05 : 0),
    );
    const { scores } = sendingJitterOf(at, 20);
    expect(scores[20]).toBeGreaterThan(0.3);
    expect(scores[30]).toBeLessThan(-0.3);
    expect(Math.abs(scores[10] ?? 1)).toBeLessThan(0.05);
  });

  test("what is late beyond all measure counts less than what is a little late", () => {
    const at = Float64Array.from(
      regular,
      (time, place) => time + (place === 20 ? 9 : place === 30 ? 0.02 : 0),
    );
    const { scores } = sendingJitterOf(at, 20);
    expect(scores[20]).toBeLessThan(scores[30] ?? 0);
  });

  test("a lost packet and a silence leave places empty", () => {
    const { slots, scores } = sendingJitterOf(Float64Array.from([0, 20, 60, 80, 1080]), 20);
    expect([...slots]).toEqual([0, 1, 3, 4, 54]);
    expect(scores).toHaveLength(55);
  });

  test("a clock that is 200 millionths fast never slips by a place", () => {
    const at = Float64Array.from({ length: 9000 }, (_, place) => 20.004 * place);
    const { slots } = sendingJitterOf(at, 20);
    expect(slots.at(-1)).toBe(8999);
  });

  test("a flow that claims to last for years makes no endless grid", () => {
    const { scores } = sendingJitterOf(Float64Array.from([0, 20, 1e12]), 20);
    expect(scores.length).toBeLessThanOrEqual(32_768);
  });
});
