import type { WatermarkParameters } from "../watermark/watermark";
import { neededPackets, watermarkLimits } from "../watermark/watermark-limits";
import { WEAKEST_DECODER } from "./path-accuracy";
import { detectionOf, ratesOf, thresholdOf } from "./rates-of";
import type { PlanWarning, TracePath, TracePlan } from "./trace-plan";

/** What a plan has to reach: the detection, at a threshold that keeps the expected false matches among the candidates. */
export type WantedRates = { path: TracePath; candidates: number; falseMatches: number; detection: number };

/** A mark that could be set, and how surely it would be found. */
export type PlanDraft = { parameters: WatermarkParameters; threshold: number; detection: number };

/** Lengths of the word that are tried: below, few thresholds are left; above, bits cost more than they bring. */
const BITS = { from: 16, to: 48 };
/** As in the paper: the two packets of a pair follow each other. */
const DISTANCE = 1;
/** What remains of a plan when nothing fits: the smallest mark, which the call is too short for. */
const SMALLEST = { bits: BITS.from, redundancy: 1, distance: DISTANCE };

/** How many packets of a call can carry a mark. */
export function packetsOf(callSeconds: number, { packetsPerSecond }: TracePath): number {
  return Math.min(watermarkLimits.packets.max, Math.floor(callSeconds * packetsPerSecond));
}

/** The mark of this shift that is found most surely, over all lengths of the word; the redundancy is what the packets allow. */
export function surestDraft(
  { packets, shiftMs }: { packets: number; shiftMs: number },
  wanted: WantedRates,
): PlanDraft {
  let surest = { parameters: smallest(shiftMs), threshold: -1, detection: 0 };
  for (let bits = BITS.from; bits <= BITS.to; bits += 1) {
    const room = Math.floor((packets - DISTANCE) / (4 * bits));
    const redundancy = Math.min(watermarkLimits.redundancy.max, room);
    if (redundancy < 1) break;
    const parameters = { bits, redundancy, distance: DISTANCE, shiftMs, packets };
    const threshold = thresholdOf(bits, wanted);
    const detection = surelyFound({ parameters, threshold }, wanted);
    if (detection > surest.detection) surest = { parameters, threshold, detection };
  }
  return surest;
}

/** By the decoder that finds it least surely, so that the promise holds for all. */
function surelyFound(
  { parameters, threshold }: Pick<PlanDraft, "parameters" | "threshold">,
  { path }: WantedRates,
): number {
  return detectionOf({ parameters, path, threshold }, WEAKEST_DECODER);
}

function smallest(shiftMs: number): WatermarkParameters {
  return { ...SMALLEST, shiftMs, packets: neededPackets(SMALLEST) };
}

/** A draft as a plan: its rates, what speaks against it, and whether the call is too short for what is wanted. */
export function planFrom(
  { parameters, threshold, detection }: PlanDraft,
  { callSeconds, shortest }: { callSeconds: number; shortest: () => number | undefined },
  wanted: WantedRates,
): TracePlan {
  const rates = ratesOf({ ...wanted, parameters, threshold });
  const isTooShort = detection < wanted.detection;
  const tooShort: PlanWarning[] = isTooShort ? [{ code: "TOO_SHORT", seconds: shortest() }] : [];
  // Where nothing fits at all, only that is to be said.
  const others = threshold < 0 ? [] : rates.warnings;
  return { ...rates, callSeconds, warnings: [...tooShort, ...others] };
}
