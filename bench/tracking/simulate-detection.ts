// The simulation of sections 1 and 3: the paper's scheme on 3,000 packets whose delays vary independently, beside theory.

import { clearestReading } from "@/lib/call-tracking/comparison/look-for-mark";
import { normalSource } from "@/lib/call-tracking/simulation/random-variables";
import { seededRandom } from "@/lib/call-tracking/simulation/seeded-random";
import { bitAccuracy, detectionRate, falseMatchRate } from "@/lib/call-tracking/watermark/detection-theory";
import { embedWatermark } from "@/lib/call-tracking/watermark/embed-watermark";
import { hammingDistance } from "@/lib/call-tracking/watermark/hamming-distance";
import { planPairs } from "@/lib/call-tracking/watermark/plan-pairs";
import type { WatermarkParameters } from "@/lib/call-tracking/watermark/watermark";
import { createWordReader } from "@/lib/call-tracking/watermark/word-reader";
import { drawWatermark, drawWord } from "./draw";
import { count, emptyTally, sigmasOff, type Tally } from "./tally";

const parameters: WatermarkParameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3000 };
const SPACING_MS = 30;
const MEAN_DELAY_MS = 140;
const SOURCE_JITTER_MS = 1;
const TRIALS = 1_000;
/** Words nobody embedded, held against what is read in each trial. */
const WRONG_WORDS = 300;
const SEED = 2005;
export const thresholds = [4, 5, 6, 8] as const;
/** The distance at which false matches are counted. */
export const FALSE_MATCH_AT = 5;

/** A rate as theory gives it and as it was counted. */
export type Compared = { theory: number; measured: Tally; sigmas: number };
export type SimulatedRow = {
  jitterMs: number;
  accuracy: Compared;
  detection: Compared[];
  falseMatch: Compared;
  /** The same flows by the robust decoders, as the product reads; there is no theory for them. */
  robustDetection: Tally;
};

/** One row of the table: marked flows whose packets' delays have this standard deviation. */
export function simulateDetection(jitterMs: number): SimulatedRow {
  const random = seededRandom(SEED + jitterMs);
  const normal = normalSource(random);
  const right = emptyTally();
  const found = thresholds.map(emptyTally);
  const wrong = emptyTally();
  const robust = emptyTally();
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const watermark = drawWatermark(parameters, random);
    const sent = Float64Array.from({ length: parameters.packets }, (_, packet) => {
      return 1000 * (SPACING_MS * packet + SOURCE_JITTER_MS * normal());
    });
    const arrived = embedWatermark(sent, watermark).map(
      (at) => at + 1000 * (MEAN_DELAY_MS + jitterMs * normal()),
    );
    const reader = createWordReader(planPairs(parameters, watermark.key));
    const { bits } = clearestReading(reader, arrived);
    count(robust, hammingDistance(bits, watermark.word) <= FALSE_MATCH_AT);
    reader.load(arrived, "mean");
    const read = reader.read(0).bits;
    const distance = hammingDistance(read, watermark.word);
    right.trials += parameters.bits;
    right.hits += parameters.bits - distance;
    for (const [place, h] of thresholds.entries()) count(found[place] as Tally, distance <= h);
    for (let word = 0; word < WRONG_WORDS; word += 1)
      count(wrong, hammingDistance(read, drawWord(parameters.bits, random)) <= FALSE_MATCH_AT);
  }
  return {
    jitterMs,
    robustDetection: robust,
    ...besideTheory({ jitterMs, right, found, wrong }),
  };
}

function besideTheory(counted: {
  jitterMs: number;
  right: Tally;
  found: Tally[];
  wrong: Tally;
}): Omit<SimulatedRow, "jitterMs" | "robustDetection"> {
  const { bits, redundancy, shiftMs } = parameters;
  const accuracy = bitAccuracy({
    shiftMs,
    redundancy,
    jitterMs: Math.hypot(counted.jitterMs, SOURCE_JITTER_MS),
  });
  return {
    accuracy: compared(counted.right, accuracy),
    detection: counted.found.map((tally, place) =>
      compared(tally, detectionRate({ bits, bitAccuracy: accuracy, h: thresholds[place] as number })),
    ),
    falseMatch: compared(counted.wrong, falseMatchRate(bits, FALSE_MATCH_AT)),
  };
}

function compared(measured: Tally, theory: number): Compared {
  return { theory, measured, sigmas: sigmasOff(measured, theory) };
}
