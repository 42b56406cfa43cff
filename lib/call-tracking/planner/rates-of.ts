import { chooseThreshold, detectionRate, falseMatchRate } from "../watermark/detection-theory";
import type { Decoder, WatermarkParameters } from "../watermark/watermark";
import { accuracyOnPath } from "./path-accuracy";
import { markWarnings } from "./plan-warnings";
import type { TracePath, TracePlan } from "./trace-plan";

/** A mark that somebody set, the path, and among how many flows it is looked for. */
export type RatesQuestion = {
  parameters: WatermarkParameters;
  path: TracePath;
  candidates: number;
  /** Expected false matches that are borne among all candidates. */
  falseMatches: number;
  /** Largest distance that counts as a match; chosen from the false matches unless told. */
  threshold?: number;
};

/**
 * What to expect of a mark, by the theory of the paper: its mean decoder, independent delays. A threshold of -1 (the word
 * is too short for so many candidates) finds nothing and takes nothing for a match.
 */
export function ratesOf({ parameters, path, candidates, ...asked }: RatesQuestion): TracePlan {
  const { bits, packets } = parameters;
  const threshold = asked.threshold ?? thresholdOf(bits, { candidates, ...asked });
  const falseMatch = threshold < 0 ? 0 : falseMatchRate(bits, threshold);
  return {
    parameters,
    callSeconds: packets / path.packetsPerSecond,
    threshold,
    bitAccuracy: accuracyOnPath({ parameters, path }),
    detection: detectionOf({ parameters, path, threshold }, "mean"),
    falseMatch,
    expectedFalseMatches: falseMatch * candidates,
    warnings: markWarnings(parameters, path),
  };
}

/** Chance that the marked call is found within the threshold. */
export function detectionOf(
  { threshold: h, ...marked }: { parameters: WatermarkParameters; path: TracePath; threshold: number },
  decoder: Decoder,
): number {
  if (h < 0) return 0;
  return detectionRate({ bits: marked.parameters.bits, bitAccuracy: accuracyOnPath(marked, decoder), h });
}

export function thresholdOf(
  bits: number,
  { candidates, falseMatches }: { candidates: number; falseMatches: number },
): number {
  return chooseThreshold({ bits, candidates, falseMatches });
}
