import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { embedWatermark } from "./embed-watermark";
import { newWatermark } from "./new-watermark";
import { plannedDelays } from "./planned-delays";
import type { Watermark, WatermarkParameters } from "./watermark";

function markOf(changes: Partial<WatermarkParameters> = {}): Watermark {
  const parameters = { bits: 8, redundancy: 5, distance: 1, shiftMs: 3, packets: 200, ...changes };
  return newWatermark(parameters, createHash("sha512").update("a mark").digest());
}

function steady(packets: number, spacing = 20_000): Float64Array {
  return Float64Array.from({ length: packets }, (_, place) => 1.7e15 + spacing * place);
}

test("one packet of each pair leaves later by the shift, and no other packet is touched", () => {
  const at = steady(300);
  const delays = embedWatermark(at, markOf()).map((left, place) => left - (at[place] ?? 0));
  expect(delays.filter((delay) => delay === 3000).length).toBe(2 * 8 * 5);
  expect(delays.filter((delay) => delay === 0).length).toBe(300 - 2 * 8 * 5);
});

test("a packet is never sent earlier, and none overtakes another, however short the spacings", () => {
  const random = seededRandom(1);
  for (let round = 0; round < 50; round++) {
    const at = Float64Array.from({ length: 200 }, () => Math.floor(400_000 * random())).sort();
    const left = embedWatermark(at, markOf({ shiftMs: 100 }));
    left.forEach((time, place) => {
      expect(time).toBeGreaterThanOrEqual(at[place] ?? 0);
      expect(time).toBeGreaterThanOrEqual(left[place - 1] ?? 0);
    });
  }
});

test("a packet that is not planned waits only until the one before it has left", () => {
  const watermark = markOf({ shiftMs: 50 });
  const planned = plannedDelays(watermark);
  const at = steady(200);
  const left = embedWatermark(at, watermark);
  let free = 0;
  at.forEach((arrived, place) => {
    free = Math.max(free, arrived + (planned[place] ?? 0));
    expect(left[place]).toBe(free);
  });
});

test("packets without a time stay without one, and bind nobody", () => {
  const at = steady(200);
  at.fill(Number.NaN, 50, 60);
  const left = embedWatermark(at, markOf());
  expect(left.subarray(50, 60).every(Number.isNaN)).toBe(true);
  expect(left.subarray(60).some(Number.isNaN)).toBe(false);
});

test("a clock that is set back by an hour does not stop the flow for an hour", () => {
  const at = steady(200).map((time, place) => (place < 100 ? time : time - 3.6e9));
  const left = embedWatermark(at, markOf());
  expect(Math.max(...left.subarray(100).map((time, place) => time - (at[100 + place] ?? 0)))).toBe(3000);
});

test("a watermark needs 40 random bytes: the key, and eight for the word", () => {
  const random = Uint8Array.from({ length: 40 }, (_, place) => place);
  const { key, word } = newWatermark({ ...markOf().parameters, bits: 16 }, random);
  expect(key).toEqual(random.subarray(0, 32));
  expect([...word]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0]); // 32 and 33, lowest bit first
  expect(() => newWatermark(markOf().parameters, random.subarray(1))).toThrow("40 random bytes, not 39");
});
