import { timingModel, wholeCallScores } from "../timing/fitted-model";
import type { TimingResult } from "../timing/timing-result";
import type { ComparisonResult } from "./comparison-result";
import type { Examined } from "./examine-candidate";

type TimingScores = NonNullable<ComparisonResult["timingScores"]>;

/** Tenths of a base-10 logarithm; beyond ten thousand million to one they are not told apart. */
const MOST_TENTHS = 100;

/** Tenths of scores of known non-pairs, and how many candidates are held against them. */
type Known = { tenths: readonly number[]; candidates: number };

/**
 * How all candidates agreed in timing, beside what would be expected if every one was a stream of its own: the scores of
 * known non-pairs, scaled to as many. Candidates whose length was weighed are held against non-pairs whose length was
 * weighed. Empty where no timing was compared.
 */
export function scoresOfTiming(examined: readonly Examined[]): TimingScores {
  const timings = examined.flatMap(({ timing }) => timing ?? []);
  if (timings.length === 0) return [];
  const tenths = timings.map(({ logLikelihoodRatio }) => tenthOf(logLikelihoodRatio));
  const known = knownBeside(timings);
  const all = [...tenths, ...known.flatMap((one) => one.tenths)];
  const lowest = all.reduce((least, tenth) => Math.min(least, tenth));
  const highest = all.reduce((most, tenth) => Math.max(most, tenth));
  return Array.from({ length: highest - lowest + 1 }, (_, place) => ({
    from: (lowest + place) / 10,
    candidates: countOf(tenths, lowest + place),
    knownNonPairs: known.reduce((sum, one) => sum + expectedIn(one, lowest + place), 0),
  }));
}

function knownBeside(timings: readonly TimingResult[]): Known[] {
  const whole = timings.filter(({ lengths }) => lengths).length;
  const known = [
    { tenths: timingModel.nonPairScores.map(tenthOf), candidates: timings.length - whole },
    { tenths: wholeCallScores.map(tenthOf), candidates: whole },
  ];
  return known.filter(({ candidates }) => candidates > 0);
}

function expectedIn({ tenths, candidates }: Known, tenth: number): number {
  return (countOf(tenths, tenth) * candidates) / tenths.length;
}

function tenthOf(score: number): number {
  return Math.max(-MOST_TENTHS, Math.min(MOST_TENTHS, Math.floor(10 * score)));
}

function countOf(tenths: readonly number[], wanted: number): number {
  return tenths.filter((tenth) => tenth === wanted).length;
}
