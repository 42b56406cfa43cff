import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { seededRandom } from "../simulation/seeded-random";
import { simulateFlow } from "../simulation/simulate-flow";
import { decodeWord } from "./decode-word";
import { indexTimes } from "./index-times";
import { markDelays } from "./mark-delays";
import { newWatermark } from "./new-watermark";
import { planIndexes } from "./plan-indexes";
import { planPairs } from "./plan-pairs";
import { plannedDelays } from "./planned-delays";

const parameters = { bits: 8, redundancy: 10, distance: 1, shiftMs: 5, packets: 400 };
const watermark = newWatermark(parameters, createHash("sha512").update("a mark").digest());
const planned = plannedDelays(watermark);

function flowOf(hasHeaders: boolean): PacketFlow {
  return simulateFlow({ packets: 450, spacingMs: 20, hasHeaders, firstSequence: 65_500 }, seededRandom(1));
}

/** The flow with packets in another order, or with some left out. */
function arranged(flow: PacketFlow, places: number[]): PacketFlow {
  return {
    ...flow,
    at: Float64Array.from(places, (place) => flow.at[place] ?? 0),
    sequence: flow.sequence && Int32Array.from(places, (place) => flow.sequence?.[place] ?? 0),
  };
}

const all = Array.from({ length: 450 }, (_, place) => place);
const gap = all.filter((place) => place < 100 || place >= 110);

test("with sequence numbers, packets lost before the marking point leave the others their delays", () => {
  const delays = markDelays(arranged(flowOf(true), gap), watermark);
  expect([...delays]).toEqual(gap.map((place) => planned[place] ?? 0));
});

test("without sequence numbers packets are counted as they come", () => {
  const delays = markDelays(arranged(flowOf(false), gap), watermark);
  expect([...delays]).toEqual(gap.map((_, place) => planned[place] ?? 0));
});

test("packets sent before the first and behind the plan are not delayed", () => {
  const flow = arranged(flowOf(true), [5, 4, 6, 449]);
  expect([...planIndexes(flow)]).toEqual([0, -1, 1, 444]);
  const [, before, , behind] = markDelays(flow, watermark);
  expect([before, behind]).toEqual([0, 0]);
});

test.each([true, false])("what was marked so is read again (sequence numbers: %s)", (hasHeaders) => {
  const flow = arranged(flowOf(hasHeaders), gap);
  const delays = markDelays(flow, watermark);
  const at = flow.at.map((time, place) => time + (delays[place] ?? 0));
  const times = indexTimes({ at, indexes: planIndexes(flow), packets: 400 });
  expect(decodeWord(times, planPairs(parameters, watermark.key), "clipped").bits).toEqual(watermark.word);
});

test("of packets that come twice the earlier one counts, and missing ones have no time", () => {
  const at = Float64Array.of(10, 30, 25, 40, 50, 90);
  const indexes = Int32Array.of(0, 2, 2, -1, 4, 0);
  expect([...indexTimes({ at, indexes, packets: 4 })]).toEqual([10, Number.NaN, 25, Number.NaN]);
});
