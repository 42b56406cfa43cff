import { type LengthAgreement, lengthAgreements } from "./call-length";
import { wholeCallScores } from "./fitted-model";
import { shareAtLeast } from "./share-at-least";
import type { TimingResult } from "./timing-result";

/**
 * Assumed, not fitted, as the known calls lost next to nothing: one path in five loses packets or brings some twice, and
 * one capture in fifty that seems to hold a call whole does not.
 */
const OF_PAIRS: Readonly<Record<LengthAgreement, number>> = { same: 0.8, near: 0.18, other: 0.02 };
/** Assumed likewise: no agreement is rarer among strangers, as calls are cut at common lengths that no other candidate shows. */
const RAREST = 1 / 50;

/**
 * Weighs how long whole calls are, after every candidate has been compared with one first flow. As many packets in as much
 * time is weak where many candidates show it (a machine that plays one recording to all) and strong where one alone does,
 * so its frequency among non-pairs is taken from the others: with k of the n other candidates in the same class of three,
 *
 *   log-likelihood ratio += log10(P(class | pair) / max((k + 1) / (n + 3), 1/50)).
 *
 * (k + 1) / (n + 3) is Laplace's rule of succession: without other candidates each class is as likely as the next. That
 * the strangers at hand tell how much agreement is worth is cohort normalisation (Higgins, Bahler and Porter 1991;
 * Auckenthaler, Carey and Lloyd-Thomas 2000: test normalisation). No label is used, and the order does not matter.
 *
 * Hypothesis: this candidate is one of those strangers. A small `falseMatch` does not show that it is no stranger; another
 * call of just this length may have been captured elsewhere. Results without `lengths` are given back unchanged.
 */
export function standOut(results: readonly (TimingResult | undefined)[]): (TimingResult | undefined)[] {
  const weights = lengthWeights(results.map((result) => result?.lengths));
  return results.map((result, place) => {
    const weight = weights[place];
    if (!result || weight === undefined) return result;
    const logLikelihoodRatio = result.logLikelihoodRatio + weight;
    return { ...result, logLikelihoodRatio, falseMatch: shareAtLeast(logLikelihoodRatio, wholeCallScores) };
  });
}

/** What each candidate's class adds, as a base-10 logarithm; undefined for candidates that have none. */
export function lengthWeights(lengths: readonly (LengthAgreement | undefined)[]): (number | undefined)[] {
  const counts = { same: 0, near: 0, other: 0 };
  for (const one of lengths) if (one) counts[one]++;
  const others = counts.same + counts.near + counts.other - 1;
  return lengths.map((one) => {
    if (!one) return undefined;
    const share = counts[one] / (others + lengthAgreements.length);
    return Math.log10(OF_PAIRS[one] / Math.max(share, RAREST));
  });
}
