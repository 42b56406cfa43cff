import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { planPairs } from "./plan-pairs";
import type { WatermarkParameters } from "./watermark";
import { neededPackets } from "./watermark-limits";

const paper: WatermarkParameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3000 };

function keyOf(number: number): Uint8Array {
  return createHash("sha256").update(String(number)).digest();
}

// Computed apart from this code, with Python's hashlib.
test("a plan made today is read in ten years: this one never changes", () => {
  const { pairs } = planPairs(paper, keyOf(1));
  const bytes = Buffer.alloc(4 * pairs.length);
  pairs.forEach((first, place) => {
    bytes.writeInt32BE(first, 4 * place);
  });
  expect([...pairs.subarray(0, 8)]).toEqual([1793, 1292, 1687, 2166, 1471, 1209, 1179, 1755]);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(
    "c13ed93ca3de8e59659f655c050e4cd554c0af7bf8d1903449078719e0dd1d2d",
  );
});

test.each<[name: string, changes: Partial<WatermarkParameters>]>([
  ["of the paper", {}],
  ["with three packets between the two of a pair", { distance: 3 }],
  ["in as few packets as can hold it", { packets: neededPackets(paper) }],
  ["in as few packets as can hold it, at distance 10", { distance: 10, packets: 2410 }],
  ["at distance 7 with chains of odd length", { distance: 7, bits: 8, redundancy: 3, packets: 103 }],
  ["of the largest size", { bits: 64, redundancy: 200, packets: 51_201 }],
])("a plan %s has all its pairs, and no packet is in two of them", (_, changes) => {
  const parameters = { ...paper, ...changes };
  const { pairs } = planPairs(parameters, keyOf(2));
  const packets = new Set([...pairs].flatMap((first) => [first, first + parameters.distance]));
  expect(pairs.length).toBe(2 * parameters.bits * parameters.redundancy);
  expect(packets.size).toBe(2 * pairs.length);
  expect(Math.min(...packets)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...packets)).toBeLessThan(parameters.packets);
});

test("every packet is in a pair about as often as any other, and every bit anywhere in the call", () => {
  const parameters = { ...paper, bits: 8, redundancy: 5, packets: 300 };
  const uses = new Array(300).fill(0);
  const placeOfBit = new Array(8).fill(0);
  for (let key = 0; key < 400; key++) {
    planPairs(parameters, keyOf(key)).pairs.forEach((first, place) => {
      uses[first]++;
      uses[first + 1]++;
      placeOfBit[Math.floor(place / 10)] += first / 4000;
    });
  }
  // Each of 400 plans uses 160 of 300 packets: 213 uses of a packet, with a deviation of 10. Ends have one neighbour.
  expect(Math.min(...uses.slice(2, -2))).toBeGreaterThan(213 - 45);
  expect(Math.max(...uses)).toBeLessThan(213 + 45);
  for (const place of placeOfBit) expect(Math.abs(place - 149)).toBeLessThan(6);
});

test("two keys share no more pairs than chance gives", () => {
  const first = new Set(planPairs(paper, keyOf(1)).pairs);
  const shared = [...planPairs(paper, keyOf(2)).pairs].filter((pair) => first.has(pair)).length;
  expect(shared).toBeGreaterThan(400); // 1,200 of 3,000 twice: 480 in both
  expect(shared).toBeLessThan(560);
});

test("parameters beyond the limits are refused", () => {
  expect(() => planPairs({ ...paper, packets: 2400 }, keyOf(1))).toThrow("TOO_SHORT");
});
