import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random";
import { simulateFlow } from "./simulate-flow";

const steady = { packets: 500, spacingMs: 20 };

test("the same seed gives the same flow, another seed another", () => {
  const settings = { ...steady, jitterMs: 2, bytesSpread: 30 };
  const flow = simulateFlow(settings, seededRandom(1));
  expect(simulateFlow(settings, seededRandom(1))).toEqual(flow);
  expect(simulateFlow(settings, seededRandom(2)).at).not.toEqual(flow.at);
});

test("packets come at their spacing, numbered and timed by their media clock", () => {
  const { at, sequence, mediaTime, summary } = simulateFlow(steady, seededRandom(1));
  expect([at[1], at[499]].map((time) => (time ?? 0) - (at[0] ?? 0))).toEqual([20_000, 499 * 20_000]);
  expect([sequence?.[0], sequence?.[499]]).toEqual([1000, 1499]);
  expect(mediaTime?.[499]).toBe(499 * 160);
  expect(summary).toMatchObject({ packets: 500, payloadBytes: 500 * 172, medianGapMs: 20 });
});

test("source jitter has the deviation asked for and never changes the order", () => {
  const { at } = simulateFlow({ ...steady, packets: 5000, jitterMs: 2 }, seededRandom(1));
  const off = at.map((time, place) => time - (at[0] ?? 0) - 20_000 * place);
  const mean = off.reduce((sum, one) => sum + one, 0) / 5000;
  const deviation = Math.sqrt(off.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5000);
  expect(deviation).toBeGreaterThan(1900);
  expect(deviation).toBeLessThan(2100);
  expect(at.slice().sort()).toEqual(at);
});

test("an encrypted flow has times and sizes only", () => {
  const flow = simulateFlow({ ...steady, hasHeaders: false }, seededRandom(1));
  expect([flow.sequence, flow.mediaTime, flow.summary.ssrc]).toEqual([undefined, undefined, undefined]);
});

test("pauses are silent, or filled with small packets that come seldom", () => {
  const turns = { talkSeconds: 1, pauseSeconds: 1.5 };
  const silent = simulateFlow({ ...steady, packets: 2000, silence: turns }, seededRandom(1));
  const noisy = simulateFlow(
    { ...steady, packets: 2000, silence: { ...turns, spacingMs: 400 } },
    seededRandom(1),
  );
  const longGaps = (at: Float64Array, from: number) =>
    at.filter((time, place) => time - (at[place - 1] ?? time) >= from).length;
  // 40 seconds of speech in spurts of a second: about 40 pauses, of which one in four is shorter than 0.4 s.
  expect(longGaps(silent.at, 400_000)).toBeGreaterThan(15);
  expect(longGaps(noisy.at, 400_001)).toBe(0);
  expect(silent.bytes.every((size) => size === 172)).toBe(true);
  expect(noisy.bytes.filter((size) => size === 20).length).toBeGreaterThan(60);
});

test("seeded numbers spread evenly and seeds one apart have nothing in common", () => {
  const counts = new Array(16).fill(0);
  const [one, two] = [seededRandom(1), seededRandom(2)];
  let product = 0;
  for (let draw = 0; draw < 16_000; draw++) {
    const number = one();
    counts[Math.floor(16 * number)]++;
    product += (number - 0.5) * (two() - 0.5);
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(37.7); // one in a thousand, of 15 degrees of freedom
  expect(Math.abs(product)).toBeLessThan((4 * Math.sqrt(16_000)) / 12);
});
