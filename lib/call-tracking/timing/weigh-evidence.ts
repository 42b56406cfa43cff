import { type TimingWeights, weighted } from "./fit-model";
import type { TimingEvidence } from "./timing-evidence";

/** A fitted model and what it was fitted to. */
export type TimingModel = {
  weights: TimingWeights;
  /** Known pairs and known non-pairs: no ratio may go beyond what so few can show. */
  pairs: number;
  nonPairs: number;
};

/** Agreement of at least this is as it should be. */
const ENOUGH = 0.5;
/**
 * Assumed, not fitted: the known calls all replay one recording, so their silences and sizes can neither tell calls apart
 * nor be trusted to. Agreement adds nothing. Contradiction takes away: a path that moves silences about was taken to be one
 * in thirty, one that changes sizes unevenly one in ten, and one that loses as many packets as would explain silences that
 * stand a little elsewhere one in two.
 */
const MOVED_SILENCES = Math.log10(30);
const CHANGED_SIZES = Math.log10(10);
const LOST_BETWEEN = Math.log10(2);
/** Assumed likewise: one path in ten plays packets out anew (transcoders, conference bridges) and so hides the rhythm. */
const PLAYED_ANEW = 0.1;
/** With packets that agree so well one by one, silences stand elsewhere because packets were lost. */
const SURE_STRENGTH = 2;

/** Base-10 logarithm of how much likelier the evidence is for one stream than for two. */
export function weighEvidence(evidence: TimingEvidence, model: TimingModel): number {
  const strength = evidence.jitter?.strength ?? 0;
  const doubt = 1 - Math.min(1, Math.max(0, strength / SURE_STRENGTH));
  const against =
    MOVED_SILENCES * lacking(evidence.silencesFollowed) +
    LOST_BETWEEN * lacking(evidence.silences) +
    CHANGED_SIZES * lacking(evidence.sizes);
  return withReplay(capped(spacingRatio(evidence, model), model)) - doubt * against;
}

function spacingRatio({ jitter, expected }: TimingEvidence, { weights }: TimingModel): number {
  if (!jitter) return 0;
  return weighted(weights, { strength: jitter.strength, expected }) / Math.LN10;
}

/** On a path that plays packets out anew a pair looks like a non-pair: there the ratio is 1. */
function withReplay(ratio: number): number {
  return Math.log10(PLAYED_ANEW + (1 - PLAYED_ANEW) * 10 ** ratio);
}

/** The likelihood of what was never seen among n cases is not known to be below about 1 in n. */
function capped(ratio: number, { pairs, nonPairs }: TimingModel): number {
  return Math.max(-Math.log10(pairs + 1), Math.min(Math.log10(nonPairs + 1), ratio));
}

function lacking(agreement: number | undefined): number {
  return agreement === undefined ? 0 : Math.max(0, (ENOUGH - agreement) / ENOUGH);
}
