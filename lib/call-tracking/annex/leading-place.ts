import type { ComparisonResult } from "../comparison/comparison-result";

/** Where the candidate stands that the answer speaks of: the one that earned the verdict, or the best. */
export function leadingPlace({ verdict }: ComparisonResult): number {
  return verdict.candidate ?? 0;
}
