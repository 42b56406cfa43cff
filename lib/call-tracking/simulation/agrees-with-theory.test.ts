// The setting of the paper: 24 bits, redundancy 25, 3 ms, 3,000 packets at 30 ms with 1 ms of jitter at the source, and
// a mean delay of 140 ms. All chance is seeded.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { decodeWord } from "../watermark/decode-word";
import { bitAccuracy, detectionRate, falseMatchRate } from "../watermark/detection-theory";
import { hammingDistance } from "../watermark/hamming-distance";
import { indexTimes } from "../watermark/index-times";
import { newWatermark } from "../watermark/new-watermark";
import { planPairs } from "../watermark/plan-pairs";
import {
  type Decoder,
  decoders,
  type PairPlan,
  type Watermark,
  type WatermarkParameters,
} from "../watermark/watermark";
import { markFlow } from "./mark-flow";
import { seededRandom } from "./seeded-random";
import { type PathSettings, sendThrough } from "./send-through";
import { simulateFlow } from "./simulate-flow";

const paper: WatermarkParameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3000 };
const SOURCE_JITTER = 1;
const MARKED = 60;
/** Each marked flow goes twice through every path. */
const TRIALS = 2 * MARKED;

type Marked = { watermark: Watermark; plan: PairPlan; flow: PacketFlow };

const markedFlows: Marked[] = Array.from({ length: MARKED }, (_, seed) => {
  const watermark = watermarkOf(`trial ${seed}`);
  const settings = { packets: 3000, spacingMs: 30, jitterMs: SOURCE_JITTER };
  const flow = markFlow(simulateFlow(settings, seededRandom(seed)), watermark);
  return { watermark, plan: planPairs(paper, watermark.key), flow };
});

function watermarkOf(name: string): Watermark {
  return newWatermark(paper, createHash("sha512").update(name).digest());
}

/** Wrong bits of each marked flow behind a path, by every decoder. */
function distancesBehind(path: PathSettings): Record<Decoder, number[]> {
  const random = seededRandom(1000 + (path.jitterMs ?? 0));
  const found: Record<Decoder, number[]> = { mean: [], clipped: [], weighted: [] };
  for (const { watermark, plan, flow } of [...markedFlows, ...markedFlows]) {
    const times = timesOf(sendThrough(flow, { delayMs: 140, ...path }, random));
    for (const decoder of decoders)
      found[decoder].push(hammingDistance(decodeWord(times, plan, decoder).bits, watermark.word));
  }
  return found;
}

function timesOf({ at, sequence = new Int32Array() }: PacketFlow): Float64Array {
  return indexTimes({ at, indexes: sequence.map((number) => number - 1000), packets: 3000 });
}

function shareWithin(found: number[], h: number): number {
  return found.filter((distance) => distance <= h).length / found.length;
}

/** Four standard errors of a share that is measured so many times. */
function fourErrors(share: number, measured: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / measured);
}

describe.each([2, 5, 8, 10, 15, 20, 30])("with %i ms of jitter", (jitterMs) => {
  const accuracy = bitAccuracy({ ...paper, jitterMs: Math.hypot(jitterMs, SOURCE_JITTER) });
  const found = distancesBehind({ jitterMs });

  test("as many bits are right as theory says", () => {
    const wrong = found.mean.reduce((sum, distance) => sum + distance, 0);
    const share = 1 - wrong / (24 * TRIALS);
    expect(Math.abs(share - accuracy)).toBeLessThanOrEqual(fourErrors(accuracy, 24 * TRIALS));
  });

  test.each([4, 5, 6, 8])("as many marked flows are found within %i wrong bits as theory says", (h) => {
    const rate = detectionRate({ bits: 24, bitAccuracy: accuracy, h });
    // Where theory says all or none, one flow in all the trials is borne.
    const borne = fourErrors(rate, TRIALS) + 1 / TRIALS;
    expect(Math.abs(shareWithin(found.mean, h) - rate)).toBeLessThanOrEqual(borne);
  });

  test.runIf(jitterMs <= 10)(
    "theory finds 99 in 100 within five, and the clipped decoder keeps to it",
    () => {
      const rate = detectionRate({ bits: 24, bitAccuracy: accuracy, h: 5 });
      expect(rate).toBeGreaterThanOrEqual(0.99);
      expect(shareWithin(found.clipped, 5)).toBeGreaterThanOrEqual(rate - fourErrors(rate, TRIALS));
    },
  );
});

test("unmarked flows match within five bits as seldom as theory says: at most 0.4 in 100", () => {
  const random = seededRandom(7);
  const flow = simulateFlow({ packets: 3000, spacingMs: 30, jitterMs: SOURCE_JITTER }, random);
  const { at } = sendThrough(flow, { delayMs: 140, jitterMs: 10, keepsOrder: true }, random);
  const found = Array.from({ length: 1000 }, (_, seed) => {
    const watermark = watermarkOf(`stranger ${seed}`);
    return hammingDistance(decodeWord(at, planPairs(paper, watermark.key), "clipped").bits, watermark.word);
  });
  for (const h of [5, 6, 8]) {
    const rate = falseMatchRate(24, h);
    expect(Math.abs(shareWithin(found, h) - rate)).toBeLessThanOrEqual(fourErrors(rate, 1000));
  }
  expect(shareWithin(found, 5)).toBeLessThanOrEqual(0.004);
});

test("stalls leave the clipped and the weighted decoder what they take from the mean", () => {
  const found = distancesBehind({ jitterMs: 3, keepsOrder: true, stalls: { share: 0.02, meanMs: 200 } });
  expect(shareWithin(found.mean, 5)).toBeLessThan(0.9);
  expect([shareWithin(found.clipped, 5), shareWithin(found.weighted, 5)]).toEqual([1, 1]);
});

test("loss, copies, late packets, an offset clock and drift together leave the word to be read", () => {
  const path = { loss: 0.03, duplicates: 0.02, late: { share: 0.02, byMs: 80 } };
  const found = distancesBehind({ jitterMs: 5, ...path, clockOffsetMs: 3_600_000, driftPpm: 50 });
  expect(shareWithin(found.clipped, 5)).toBe(1);
});
