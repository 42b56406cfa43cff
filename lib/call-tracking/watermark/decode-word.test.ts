import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { normalSource } from "../simulation/random-variables";
import { seededRandom } from "../simulation/seeded-random";
import { decodeWord } from "./decode-word";
import { embedWatermark } from "./embed-watermark";
import { hammingDistance } from "./hamming-distance";
import { newWatermark } from "./new-watermark";
import { planPairs } from "./plan-pairs";
import { decoders, type Watermark, type WatermarkParameters } from "./watermark";
import { createWordReader } from "./word-reader";

const paper: WatermarkParameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3000 };

function markOf(seed: number, changes: Partial<WatermarkParameters> = {}): Watermark {
  return newWatermark({ ...paper, ...changes }, createHash("sha512").update(String(seed)).digest());
}

function planOf({ parameters, key }: Watermark) {
  return planPairs(parameters, key);
}

/** Packets every 30 ms, each with normal jitter of its own. */
function steadyFlow(packets: number, jitterMs = 0, seed = 1): Float64Array {
  const normal = normalSource(seededRandom(seed));
  return Float64Array.from({ length: packets }, (_, place) =>
    Math.round(1.7e15 + 30_000 * place + 1000 * jitterMs * normal()),
  );
}

test.each(decoders)("without jitter every word is read whole, by the decoder %s", (decoder) => {
  for (let seed = 0; seed < 40; seed++) {
    const changes = { bits: 8 + seed, redundancy: 1 + (seed % 9), distance: 1 + (seed % 10) };
    const watermark = markOf(seed, { ...changes, shiftMs: 1 + (seed % 20) });
    const read = decodeWord(embedWatermark(steadyFlow(3000), watermark), planOf(watermark), decoder);
    expect(read.bits).toEqual(watermark.word);
    expect(read.pairsUsed).toEqual(new Int32Array(8 + seed).fill(2 * changes.redundancy));
  }
});

test("the mean difference is the shift and its score the shift over its standard error", () => {
  const watermark = markOf(1);
  const times = embedWatermark(steadyFlow(3000, 5), watermark);
  const { means, scores } = decodeWord(times, planOf(watermark), "mean");
  const sizes = means.map(Math.abs);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 24).toBeCloseTo(3, 0);
  const expected = (3 * Math.sqrt(25)) / 5;
  const surety = scores.map(Math.abs).reduce((sum, score) => sum + score, 0) / 24;
  expect(Math.abs(surety - expected)).toBeLessThan(4 / Math.sqrt(24));
});

test.each(decoders)("a wrong key reads noise: false matches come as chance has them (%s)", (decoder) => {
  const watermark = markOf(1, { redundancy: 5, packets: 500, shiftMs: 10 });
  const times = embedWatermark(steadyFlow(500, 2), watermark);
  const reader = createWordReader(planOf(watermark));
  reader.load(times, decoder);
  expect(hammingDistance(reader.read(0).bits, watermark.word)).toBe(0);
  const distances = Array.from({ length: 1000 }, (_, seed) => {
    const other = planOf(markOf(seed + 2, watermark.parameters));
    return hammingDistance(decodeWord(times, other, decoder).bits, watermark.word);
  });
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / 1000;
  expect(Math.abs(mean - 12)).toBeLessThan((4 * Math.sqrt(6)) / Math.sqrt(1000));
  // 1,000 * 1.13 % = 11.3 words within 6 bits, with a deviation of 3.3.
  expect(Math.abs(distances.filter((distance) => distance <= 6).length - 11.3)).toBeLessThan(4 * 3.3);
});

test("without jitter the score stays finite: no time is known better than to a microsecond", () => {
  const watermark = markOf(1);
  const { scores } = decodeWord(embedWatermark(steadyFlow(3000), watermark), planOf(watermark), "mean");
  // 3,000 microseconds over sqrt(1/6 * (1/25 + 1/25)) / 2 = 0.0577.
  for (const score of scores) expect(Math.abs(score)).toBeCloseTo(51_961.5, 0);
});

test("queues that stall overwhelm the mean, and neither of the others", () => {
  const random = seededRandom(3);
  const wrong = { mean: 0, clipped: 0, weighted: 0 };
  for (let seed = 0; seed < 20; seed++) {
    const watermark = markOf(seed);
    const times = embedWatermark(steadyFlow(3000, 3, seed), watermark);
    const stalled = times.map((at) => (random() < 0.05 ? at + 400_000 * random() : at));
    for (const decoder of decoders)
      wrong[decoder] += hammingDistance(decodeWord(stalled, planOf(watermark), decoder).bits, watermark.word);
  }
  expect(wrong.mean / 20).toBeGreaterThan(7);
  expect(wrong.clipped / 20).toBeLessThan(0.5);
  expect(wrong.weighted / 20).toBeLessThan(0.5);
});

test("lost packets take their pairs out and nothing else", () => {
  const watermark = markOf(1);
  const random = seededRandom(5);
  const times = embedWatermark(steadyFlow(3000, 2), watermark).map((at) =>
    random() < 0.1 ? Number.NaN : at,
  );
  const plan = planOf(watermark);
  const { bits, pairsUsed } = decodeWord(times, plan, "clipped");
  const whole = [...plan.pairs].map((first) => !Number.isNaN((times[first] ?? 0) + (times[first + 1] ?? 0)));
  for (let bit = 0; bit < 24; bit++)
    expect(pairsUsed[bit]).toBe(whole.slice(50 * bit, 50 * bit + 50).filter(Boolean).length);
  expect(bits).toEqual(watermark.word);
});

test.each(decoders)("a flow of which nothing was seen says nothing (%s)", (decoder) => {
  const plan = planOf(markOf(1));
  for (const times of [new Float64Array(3000).fill(Number.NaN), new Float64Array(0), Float64Array.of(5)]) {
    const { means, scores, pairsUsed } = decodeWord(times, plan, decoder);
    for (const numbers of [means, scores, pairsUsed]) expect(numbers.every((one) => one === 0)).toBe(true);
  }
});

test.each(decoders)(
  "a flow whose packets all come at once says nothing, in finite numbers (%s)",
  (decoder) => {
    const { means, scores } = decodeWord(new Float64Array(3000).fill(1.7e15), planOf(markOf(1)), decoder);
    expect([...means, ...scores].every((one) => one === 0)).toBe(true);
  },
);

test("a flow that began before the plan is read from its start there, and its last bits may be missing", () => {
  const watermark = markOf(1);
  const marked = embedWatermark(steadyFlow(3000, 2), watermark);
  const early = Float64Array.from({ length: 100 }, (_, place) => (marked[0] ?? 0) - 30_000 * (100 - place));
  const reader = createWordReader(planOf(watermark));
  reader.load(Float64Array.of(...early, ...marked), "clipped");
  expect(reader.read(-100).bits).toEqual(watermark.word);
  reader.load(marked.subarray(50), "clipped");
  const { bits, pairsUsed } = reader.read(50);
  expect(bits).toEqual(watermark.word);
  const missed = planOf(watermark).pairs.filter((first) => first < 50).length;
  expect(pairsUsed.reduce((sum, used) => sum + used, 0)).toBe(1200 - missed);
});

test("one reader reads many flows of any length, each as if it were the first", () => {
  const watermark = markOf(1);
  const plan = planOf(watermark);
  const reader = createWordReader(plan);
  for (const packets of [3000, 10, 5000, 3000]) {
    const times = embedWatermark(steadyFlow(packets, 4, packets), watermark);
    for (const decoder of decoders) {
      reader.load(times, decoder);
      expect(reader.read(0)).toEqual(decodeWord(times, plan, decoder));
    }
  }
});
