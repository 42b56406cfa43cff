import { expect, test } from "vitest";
import { seededRandom } from "./seeded-random";
import { type PathSettings, sendThrough } from "./send-through";
import { simulateFlow } from "./simulate-flow";

const PACKETS = 4000;
const sent = simulateFlow({ packets: PACKETS, spacingMs: 20 }, seededRandom(1));

function through(path: PathSettings) {
  return sendThrough(sent, path, seededRandom(2));
}

function placesOf(sequence: Int32Array = new Int32Array()): number[] {
  return [...sequence].map((number) => number - 1000);
}

/** Delays in milliseconds of the packets that arrived. */
function delaysOf({ at, sequence }: ReturnType<typeof through>): number[] {
  return placesOf(sequence).map((place, arrival) => ((at[arrival] ?? 0) - (sent.at[place] ?? 0)) / 1000);
}

function deviationOf(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

test("a path without faults delays all packets alike", () => {
  expect(new Set(delaysOf(through({ delayMs: 140 })))).toEqual(new Set([140]));
});

test("jitter has the deviation asked for, and may reorder packets unless the path keeps their order", () => {
  const free = through({ delayMs: 140, jitterMs: 20 });
  expect(Math.abs(deviationOf(delaysOf(free)) - 20)).toBeLessThan(1);
  expect(placesOf(free.sequence)).not.toEqual(placesOf(sent.sequence));
  expect(free.at.slice().sort()).toEqual(free.at);
  expect(placesOf(through({ delayMs: 140, jitterMs: 20, keepsOrder: true }).sequence)).toEqual(
    placesOf(sent.sequence),
  );
});

test.each([
  { loss: 0.03, lossRun: 1 },
  { loss: 0.1, lossRun: 5 },
])("$loss of the packets are lost, $lossRun in a row on average", ({ loss, lossRun }) => {
  const kept = new Set(placesOf(through({ loss, lossRun }).sequence));
  const lost = Array.from({ length: PACKETS }, (_, place) => !kept.has(place));
  const count = lost.filter(Boolean).length;
  const runs = lost.filter((one, place) => one && !lost[place - 1]).length;
  expect(Math.abs(count / PACKETS - loss)).toBeLessThan(0.35 * loss);
  expect(Math.abs(count / runs - lossRun)).toBeLessThan(0.35 * lossRun);
});

test("packets behind a stall wait until it goes on, and then come together", () => {
  const delays = delaysOf(through({ delayMs: 10, stalls: { share: 0.02, meanMs: 200 }, keepsOrder: true }));
  const waiting = delays.filter((delay) => delay > 10);
  expect(waiting.length / PACKETS).toBeGreaterThan(0.1);
  const falls = delays.filter((delay, place) => delay > 30 && delays[place - 1] === delay + 20).length;
  expect(falls).toBeGreaterThan(0.5 * waiting.length);
});

test("late packets are overtaken, and copies come within 5 ms", () => {
  const late = through({ late: { share: 0.05, byMs: 50 } });
  const steps = placesOf(late.sequence);
  const overtaken = steps.filter((place, arrival) => place < (steps[arrival - 1] ?? 0)).length;
  expect(overtaken).toBeGreaterThan(150);
  expect(overtaken).toBeLessThan(250);
  const copied = through({ duplicates: 0.05 });
  expect(copied.at.length).toBeGreaterThan(PACKETS + 150);
  expect(new Set(placesOf(copied.sequence)).size).toBe(PACKETS);
  expect(Math.max(...delaysOf(copied))).toBeLessThanOrEqual(5);
});

test("the far clock is ahead and drifts as told", () => {
  const { at } = through({ clockOffsetMs: 3_600_000, driftPpm: 50 });
  const off = (place: number) => (at[place] ?? 0) - (sent.at[place] ?? 0);
  expect(off(0)).toBe(3.6e9);
  expect(off(PACKETS - 1) - off(0)).toBeCloseTo(50e-6 * 20_000 * (PACKETS - 1), -1);
});

test("a relay that packs two into one has half the packets, all the bytes and numbers of its own", () => {
  const merged = through({ delayMs: 5, merged: 2 });
  expect(merged.at.length).toBe(PACKETS / 2);
  expect(merged.summary.payloadBytes).toBe(sent.summary.payloadBytes);
  expect([...(merged.sequence ?? [])].slice(0, 3)).toEqual([0, 1, 2]);
  expect(merged.summary.medianGapMs).toBe(40);
  expect(merged.at[0]).toBe((sent.at[1] ?? 0) + 5000);
});

test("where headers cannot be read only times and sizes are left", () => {
  const hidden = through({ hidesHeaders: true });
  expect([hidden.sequence, hidden.mediaTime, hidden.summary.ssrc]).toEqual([undefined, undefined, undefined]);
  expect(hidden.at.length).toBe(PACKETS);
});
