import { describe, expect, test } from "vitest";
import type { RandomSource } from "../random-source";
import { seededRandom } from "../simulation/seeded-random";
import type { WatermarkParameters } from "../watermark/watermark";
import { evidenceOf, packetsToNotice, spacingModel } from "./packets-to-notice";
import { behindPath, markedTimes, randomWatermark, steadyPath } from "./test-path";
import type { TracePath } from "./trace-plan";

const mark = (shiftMs: number): WatermarkParameters => ({
  bits: 24,
  redundancy: 25,
  distance: 1,
  shiftMs,
  packets: 3_000,
});

/** Spacings of one call in milliseconds around their mean, marked or not. */
function spacingsOf(
  { parameters, isMarked = true }: { parameters: WatermarkParameters; isMarked?: boolean },
  path: TracePath,
  random: RandomSource,
): number[] {
  const spacing = 1_000 / path.packetsPerSecond;
  const sent = isMarked
    ? markedTimes(randomWatermark(parameters, random), path)
    : Float64Array.from({ length: parameters.packets }, (_, packet) => packet * spacing * 1_000);
  const times = behindPath(sent, path, random);
  return Array.from(times.subarray(1), (at, packet) => (at - (times[packet] ?? 0)) / 1_000 - spacing);
}

const STRETCHES = 1_000;

/** Share of stretches of so many spacings that an observer takes for marked, with one false alarm in a hundred at most. */
function takenForMarked(parameters: WatermarkParameters, path: TracePath, isMarked: boolean): number {
  const random = seededRandom(7);
  const model = spacingModel(parameters, path);
  const packets = packetsToNotice(parameters, path);
  let [taken, pool] = [0, [] as number[]];
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    while (pool.length < packets) pool.push(...spacingsOf({ parameters, isMarked }, path, random));
    const evidence = pool.slice(0, packets).reduce((sum, spacing) => sum + evidenceOf(spacing, model), 0);
    pool = pool.slice(packets);
    if (evidence > Math.log(100)) taken += 1;
  }
  return taken / STRETCHES;
}

describe.each([
  [3, 2],
  [3, 4],
  [8, 8],
])("a shift of %i ms beside a jitter of %i ms", (shiftMs, jitterMs) => {
  const path = steadyPath({ jitterMs });

  test("is noticed in about half of all stretches of that many packets", () => {
    const noticed = takenForMarked(mark(shiftMs), path, true);
    expect(noticed).toBeGreaterThan(0.35);
    expect(noticed).toBeLessThan(0.65);
  });

  test("and an unmarked call is taken for a marked one in about one of a hundred at most", () => {
    expect(takenForMarked(mark(shiftMs), path, false)).toBeLessThan(0.02);
  });
});

test("the share of moved spacings is that of real marks", () => {
  const path = steadyPath({ jitterMs: 0 });
  const random = seededRandom(1);
  for (const redundancy of [5, 15, 25, 31]) {
    const parameters = { ...mark(3), redundancy };
    const spacings = Array.from({ length: 10 }, () => spacingsOf({ parameters }, path, random)).flat();
    const longer = spacings.filter((spacing) => spacing > 1.5).length / spacings.length;
    expect(longer).toBeCloseTo(spacingModel(parameters, path).moved, 1.7);
  }
});

test("the larger the shift beside the jitter, the sooner it is noticed", () => {
  const packets = (shiftMs: number, jitterMs: number) =>
    packetsToNotice(mark(shiftMs), steadyPath({ jitterMs }));
  expect(packets(3, 2)).toBeLessThan(100);
  expect(packets(3, 10)).toBeGreaterThan(3_000);
  expect(packets(40, 0)).toBeLessThan(10);
  for (const shiftMs of [1, 2, 5, 8]) expect(packets(shiftMs, 5)).toBeGreaterThan(packets(shiftMs + 1, 5));
});
