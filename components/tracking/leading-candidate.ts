import type { CandidateResult, ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";

/** Index of the candidate that the answer speaks of: the one that earned the verdict, or the best. */
export function leadingIndex({ verdict, candidates }: ComparisonResult): number | undefined {
  return verdict.candidate ?? (candidates.length > 0 ? 0 : undefined);
}

export function leadingCandidate(result: ComparisonResult): CandidateResult | undefined {
  return result.candidates[leadingIndex(result) ?? -1];
}
