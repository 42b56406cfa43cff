import type { RandomSource } from "../random-source";
import { scoreWithLengths } from "./evaluate-lengths";
import { type Evaluation, evaluateScores, type ScoredPair, scoreLeavingCallsOut } from "./evaluate-model";
import { type KnownFlow, labelPairs } from "./labelled-pairs";

export const timingMeasures = [
  "timing", // what the product weighs of captures that cut the call off
  "timing-begins-later", // the same, the second capture beginning up to two seconds later
  "lengths", // captures that hold the call whole: its length is weighed as well,
  "lengths-stand-out", // with the frequency of that length among the other candidates,
  "both-ways", // and the length of the other direction too
  "both-ways-stand-out", // with that frequency: what the product weighs of whole calls
] as const;
export type TimingMeasure = (typeof timingMeasures)[number];

/** One line of the table of a path: all codecs together, each compared within itself alone. */
export type TimingRow = Evaluation & {
  path: string;
  measure: TimingMeasure;
  /** Non-pairs of the same direction only, the hardest there are, or of both. */
  nonPairsOf: "same-direction" | "both-directions";
};

/** With the 2 seconds that a path may take: lags of 2.5 seconds both ways, as the model was fitted. */
const LAGS = { clockErrorSeconds: 0.5 };
const LATER_AT_MOST = 2_000_000;

/**
 * How well every measure tells the two ends of one call from ends of two calls. No score rests on a model fitted to either
 * call in it, and the cohort of a candidate is the other candidates of the row. `random`: a new seeded source at each call.
 */
export function evaluateTiming(flows: KnownFlow[], random: () => RandomSource): TimingRow[] {
  const whole = scoreLeavingCallsOut(labelPairs(flows, LAGS));
  const late = scoreLeavingCallsOut(labelPairs(beginningLater(flows, random()), LAGS));
  return [...new Set(flows.map(({ path }) => path))].flatMap((path) =>
    (["same-direction", "both-directions"] as const).flatMap((nonPairsOf) => {
      const isInRow = (one: ScoredPair) =>
        one.path === path && (nonPairsOf === "both-directions" || one.isSameDirection);
      const [all, cut] = [whole.filter(isInRow), late.filter(isInRow)];
      return timingMeasures.map((measure) => {
        const scored = measure === "timing-begins-later" ? cut : scoresOf(all, measure);
        return { path, measure, nonPairsOf, ...evaluateScores(scored, random()) };
      });
    }),
  );
}

function scoresOf(scored: ScoredPair[], measure: TimingMeasure): ScoredPair[] {
  const hasCohort = measure.endsWith("stand-out");
  if (measure.startsWith("lengths")) return scoreWithLengths(scored, { lengths: "lengths", hasCohort });
  if (measure.startsWith("both")) return scoreWithLengths(scored, { lengths: "lengthsBothWays", hasCohort });
  return scored;
}

function beginningLater(flows: KnownFlow[], random: RandomSource): KnownFlow[] {
  return flows.map((flow) => {
    const { at, bytes } = flow.second;
    const begun = (at[0] ?? 0) + LATER_AT_MOST * random();
    const from = Math.max(
      0,
      at.findIndex((time) => time >= begun),
    );
    return { ...flow, second: { ...flow.second, at: at.subarray(from), bytes: bytes.subarray(from) } };
  });
}
