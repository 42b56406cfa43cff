import { boundInput } from "./bound-input";
import type { ComparisonInput } from "./comparison-input";
import type { ComparisonResult } from "./comparison-result";
import { concludeComparison } from "./conclude-comparison";
import { examineCandidates, type OnProgress } from "./examine-candidates";
import { type ComparisonLimits, comparisonLimits } from "./within-limits";

/**
 * Compares candidate flows with a first flow, a watermark or both. Pure: the same inputs give the same result, in whatever
 * order the candidates are given. `onProgress` is called after each candidate. What is wrong with the inputs becomes a
 * finding; nothing is thrown but for a watermark whose parameters are beyond its limits.
 *
 * Several threads can share the work: each calls `examineCandidates` with some of the candidates of the bounded input, and
 * one concludes from all that they found, put back in the order of the candidates.
 */
export function compareFlows(
  input: ComparisonInput,
  onProgress?: OnProgress,
  limits: ComparisonLimits = comparisonLimits,
): ComparisonResult {
  const bounded = boundInput(input, limits);
  return concludeComparison(bounded, examineCandidates(bounded, bounded.second.flows, onProgress));
}
