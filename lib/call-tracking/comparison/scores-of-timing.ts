import { timingModel } from "../timing/fitted-model";
import type { ComparisonResult } from "./comparison-result";
import type { Examined } from "./examine-candidate";

type TimingScores = NonNullable<ComparisonResult["timingScores"]>;

/** Tenths of a base-10 logarithm; beyond ten thousand million to one they are not told apart. */
const MOST_TENTHS = 100;

/**
 * How all candidates agreed in timing, beside what would be expected if every one was a stream of its own: the scores of
 * known non-pairs, scaled to as many. Empty where no timing was compared.
 */
export function scoresOfTiming(
  examined: readonly Examined[],
  nonPairScores: readonly number[] = timingModel.nonPairScores,
): TimingScores {
  const scores = examined.flatMap(({ timing }) => timing?.logLikelihoodRatio ?? []);
  if (scores.length === 0) return [];
  const tenths = scores.map(tenthOf);
  const known = nonPairScores.map(tenthOf);
  const lowest = [...tenths, ...known].reduce((least, tenth) => Math.min(least, tenth));
  const highest = [...tenths, ...known].reduce((most, tenth) => Math.max(most, tenth));
  return Array.from({ length: highest - lowest + 1 }, (_, place) => ({
    from: (lowest + place) / 10,
    candidates: countOf(tenths, lowest + place),
    knownNonPairs: (countOf(known, lowest + place) * scores.length) / Math.max(1, known.length),
  }));
}

function tenthOf(score: number): number {
  return Math.max(-MOST_TENTHS, Math.min(MOST_TENTHS, Math.floor(10 * score)));
}

function countOf(tenths: readonly number[], wanted: number): number {
  return tenths.filter((tenth) => tenth === wanted).length;
}
