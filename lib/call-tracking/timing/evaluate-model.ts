import type { RandomSource } from "../random-source";
import { fitModel } from "./fit-model";
import type { LabelledPair } from "./labelled-pairs";
import { type RankedCase, type Rates, rankedRates } from "./ranked-rates";
import { type TimingModel, weighEvidence } from "./weigh-evidence";

/** Rates of a model on calls that it was not fitted to, with the range that 95 of 100 draws of calls give. */
export type Evaluation = Rates & { pairs: number; nonPairs: number; low: Rates; high: Rates };

export type ScoredPair = LabelledPair & { score: number };

/** Fits the model to known pairs and to non-pairs of the same codec and path, both directions. */
export function fitTimingModel(known: LabelledPair[]): TimingModel {
  const cases = known.map(({ evidence, isPair }) => ({
    strength: evidence.jitter?.strength ?? 0,
    expected: evidence.expected,
    isPair,
  }));
  const pairs = known.filter(({ isPair }) => isPair).length;
  const nonPairs = known.filter(({ isPair, isSameDirection }) => !isPair && isSameDirection).length;
  return { weights: fitModel(cases), pairs, nonPairs };
}

/**
 * Scores each pair by a model fitted without the calls in it: neither of its flows, in any direction or role, was among
 * what the model was fitted to.
 */
export function scoreLeavingCallsOut(known: LabelledPair[]): ScoredPair[] {
  const models = new Map<string, TimingModel>();
  return known.map((one) => {
    const left = [one.firstCall, one.secondCall].sort();
    const key = left.join("\n");
    const model = models.get(key) ?? fitTimingModel(known.filter((other) => !touches(other, left)));
    models.set(key, model);
    return { ...one, score: weighEvidence(one.evidence, model) };
  });
}

function touches({ firstCall, secondCall }: LabelledPair, calls: string[]): boolean {
  return calls.includes(firstCall) || calls.includes(secondCall);
}

/** Rates with a bootstrap over whole calls: all flows of a call are drawn together, as they are not independent. */
export function evaluateScores(scored: ScoredPair[], random: RandomSource, rounds = 400): Evaluation {
  const calls = [...new Set(scored.flatMap(({ firstCall, secondCall }) => [firstCall, secondCall]))];
  const draws = Array.from({ length: rounds }, () => rankedRates(drawn(scored, timesDrawn(calls, random))));
  const whole = rankedRates(scored.map(({ isPair, score }) => ({ isPair, score, weight: 1 })));
  const pairs = scored.filter(({ isPair }) => isPair).length;
  return {
    ...whole,
    pairs,
    nonPairs: scored.length - pairs,
    low: quantileOf(draws, 0.025),
    high: quantileOf(draws, 0.975),
  };
}

function timesDrawn(calls: string[], random: RandomSource): Map<string, number> {
  const times = new Map<string, number>();
  for (const _ of calls) {
    const call = calls[Math.floor(random() * calls.length)] ?? "";
    times.set(call, (times.get(call) ?? 0) + 1);
  }
  return times;
}

function drawn(scored: ScoredPair[], times: Map<string, number>): RankedCase[] {
  return scored.map(({ firstCall, secondCall, isPair, score }) => {
    const first = times.get(firstCall) ?? 0;
    return { isPair, score, weight: isPair ? first : first * (times.get(secondCall) ?? 0) };
  });
}

function quantileOf(draws: Rates[], share: number): Rates {
  const at = (values: number[]) => {
    const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
    return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  };
  return {
    areaUnderCurve: at(draws.map((one) => one.areaUnderCurve)),
    foundAtOnePercent: at(draws.map((one) => one.foundAtOnePercent)),
  };
}
