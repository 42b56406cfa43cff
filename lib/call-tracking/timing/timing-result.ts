import type { LengthAgreement } from "./call-length";

export const timingFeatures = ["spacing", "delaySpread", "talkSpurts", "sizes", "losses"] as const;
export type TimingFeature = (typeof timingFeatures)[number];

/** What the comparison of two flows by timing, silences, sizes and losses gives, without any watermark. */
export type TimingResult = {
  /** Packets of the second flow minus packets of the first: how far the index was moved for the best agreement. */
  lagPackets: number;
  /** Clock of the second capture minus clock of the first at the best agreement, path delay included. */
  lagMs: number;
  driftPpm: number;
  comparedPackets: number;
  overlapSeconds: number;
  /** How well each measure agrees, from -1 or 0 (not at all) to 1 (wholly); absent where it says nothing. */
  features: Partial<Record<TimingFeature, number>>;
  /** How long both are, where both captures hold the call whole; not weighed until `standOut` has seen all candidates. */
  lengths?: LengthAgreement;
  /** Base-10 logarithm of how much likelier this agreement is for a true pair than for a non-pair, by the fitted model. */
  logLikelihoodRatio: number;
  /** Share of the known non-pairs that agreed at least as well. */
  falseMatch: number;
};
