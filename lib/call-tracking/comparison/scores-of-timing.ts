import type { ComparisonResult } from "./comparison-result";
import type { Examined } from "./examine-candidate";

/** How all candidates agreed in timing, beside known non-pairs. */
export function scoresOfTiming(_examined: readonly Examined[]): ComparisonResult["timingScores"] {
  return [];
}
