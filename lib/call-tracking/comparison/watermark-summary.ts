import { chooseThreshold } from "../watermark/detection-theory";
import type { Watermark } from "../watermark/watermark";
import { watermarkFingerprint } from "../watermark/watermark-fingerprint";
import { expectedByChance } from "./chance-alone";
import type { ComparisonResult } from "./comparison-result";
import type { Examined } from "./examine-candidate";

/**
 * How far all candidates are from the word, beside what chance alone would give, and which distance counts as a match.
 * Only candidates that held enough packets are counted: that was decided without looking at their timing.
 */
export function watermarkSummary(
  watermark: Watermark,
  examined: readonly Examined[],
  falseMatches: number,
): NonNullable<ComparisonResult["watermark"]> {
  const { bits } = watermark.parameters;
  const distances = Array<number>(bits + 1).fill(0);
  let lookedAt = 0;
  for (const { mark } of examined) {
    if (!mark) continue;
    distances[mark.distance] = (distances[mark.distance] as number) + 1;
    lookedAt += 1;
  }
  return {
    parameters: watermark.parameters,
    fingerprint: watermarkFingerprint(watermark),
    threshold: chooseThreshold({ bits, candidates: Math.max(1, lookedAt), falseMatches }),
    lookedAt,
    distances,
    expectedByChance: expectedByChance(bits, lookedAt),
  };
}
