// Every step by hand: two bits, redundancy two, 17 packets at 20 ms. Plans are drawn for eight bits and more, so this
// one is written down.
import { expect, test } from "vitest";
import { decodeWord } from "./decode-word";
import { delayInOrder } from "./delay-in-order";
import { falseMatchRate } from "./detection-theory";
import { hammingDistance } from "./hamming-distance";
import { delaysOfPlan } from "./planned-delays";
import type { PairPlan } from "./watermark";

const plan: PairPlan = {
  parameters: { bits: 2, redundancy: 2, distance: 1, shiftMs: 3, packets: 17 },
  // Bit 0: packets 0, 1 and 4, 5 are group one; 2, 3 and 6, 7 group two. Bit 1: 8, 9 and 12, 13; 10, 11 and 14, 15.
  pairs: Int32Array.of(0, 4, 2, 6, 8, 12, 10, 14),
};
const word = Uint8Array.of(1, 0);
const sent = Float64Array.from({ length: 17 }, (_, packet) => 20_000 * packet);

/** When the marked packets leave, in milliseconds. */
const marked = [0, 23, 43, 60, 80, 103, 123, 140, 163, 180, 200, 223, 243, 260, 280, 303, 320];

function inMicroseconds(ms: number[]): Float64Array {
  return Float64Array.from(ms, (time) => 1000 * time);
}

/** The marked packets with some of them later, in milliseconds. */
function arrived(later: Record<number, number>): Float64Array {
  return inMicroseconds(marked.map((time, packet) => time + (later[packet] ?? 0)));
}

test("a 1 delays the second packets of group one and the first of group two, a 0 the others", () => {
  const late = [...delaysOfPlan(plan, word).entries()].filter(([, delay]) => delay === 3000);
  expect(late.map(([packet]) => packet)).toEqual([1, 2, 5, 6, 8, 11, 12, 15]);
  expect(delayInOrder(sent, delaysOfPlan(plan, word))).toEqual(inMicroseconds(marked));
});

test("spacings of 23 and 17 ms differ by 6: half of it is the shift, and its sign the bit", () => {
  const read = decodeWord(arrived({}), plan, "mean");
  expect([...read.means]).toEqual([3, -3]);
  expect([...read.bits]).toEqual([1, 0]);
  expect([...read.pairsUsed]).toEqual([4, 4]);
});

test("jitter moves the mean, and the bit's own spread says how surely it is read", () => {
  // Packet 0 comes 1 ms later, packet 3 2 ms: group one 22, 23; group two 19, 17.
  // (22.5 - 18) / 2 = 2.25. Variance (0.5 + 2) / 2 = 1.25; error sqrt(1.25 * (1/2 + 1/2)) / 2 = 0.559.
  const read = decodeWord(arrived({ 0: 1, 3: 2 }), plan, "mean");
  expect(read.means[0]).toBeCloseTo(2.25, 12);
  expect(read.scores[0]).toBeCloseTo(2.25 / 0.559_017, 5);
});

test("one packet that stalls for 200 ms outvotes three in the mean, but not when clipped or weighted", () => {
  // Group one 23, 23; group two 17, 217: (23 - 117) / 2 = -47.
  // Of all 16 spacings the median is 20, the median distance from it 3, so c = s = 1.5 * 1.4826 * 3 = 6.6717.
  // Clipped: 3, 3 and -3, 6.6717: (3 - 1.83585) / 2. Weighted: 3 becomes 3 / (1 + (3 / s)^2) = 2.49539,
  // 197 becomes 0.22569: (2.49539 - (-2.49539 + 0.22569) / 2) / 2.
  const times = arrived({ 7: 200 });
  expect(decodeWord(times, plan, "mean").means[0]).toBeCloseTo(-47, 9);
  expect(decodeWord(times, plan, "clipped").means[0]).toBeCloseTo(0.582_075, 6);
  expect(decodeWord(times, plan, "weighted").means[0]).toBeCloseTo(1.815_12, 4);
});

test("a lost packet takes its pair out; a group without pairs counts as average", () => {
  const times = arrived({});
  times[2] = Number.NaN;
  const one = decodeWord(times, plan, "clipped");
  expect([one.pairsUsed[0], one.means[0]]).toEqual([3, 3]);
  times[6] = Number.NaN;
  const two = decodeWord(times, plan, "clipped");
  expect([two.pairsUsed[0], two.means[0], two.bits[0]]).toEqual([2, 1.5, 1]);
});

test("the word read is compared bit by bit; a stranger's differs in none of two bits once in four", () => {
  expect(hammingDistance(Uint8Array.of(1, 0), word)).toBe(0);
  expect(hammingDistance(Uint8Array.of(1, 1), word)).toBe(1);
  expect(hammingDistance(Uint8Array.of(0, 1), word)).toBe(2);
  expect([0, 1, 2].map((h) => falseMatchRate(2, h))).toEqual([0.25, 0.75, 1]);
});
