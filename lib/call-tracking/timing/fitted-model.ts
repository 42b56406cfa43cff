import type { TimingModel } from "./weigh-evidence";

/** A model with the scores of known non-pairs, each by a model that was fitted without the two calls in it. */
export type FittedModel = TimingModel & {
  /** From the highest down, rounded up to hundredths. */
  nonPairScores: readonly number[];
};

// How these numbers came about: 28 calls of 7 to 34 seconds, four codecs, half of them through Tor, each direction captured
// at both ends (55 usable flows); dates taken away, lags of 2.5 seconds both ways. Every first flow beside every second one
// of the same codec and path; fit-model.ts on all of them gave the weights, and non-pairs of the same direction, scored by
// leaving both calls out, the scores. All calls replay one recording, so these are the hardest non-pairs there are; but they
// come from few machines, and other telephones may be steadier or less steady.

/** For flows of which nothing more is known. */
export const timingModel: FittedModel = {
  weights: {
    constant: 0.38,
    strength: 2.7,
    expected: -0.44,
    loose: 0.0,
  },
  pairs: 55,
  nonPairs: 142,
  // biome-ignore format: a table
  nonPairScores: [
    0.19, 0.17, 0.16, 0.15, 0.13, 0.13, 0.13, 0.13, 0.13, 0.13, 0.13, 0.13, 0.12, 0.12,
    0.12, 0.12, 0.12, 0.10, 0.10, 0.08, 0.03, 0.01, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00,
    0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, -0.01, -0.01, -0.02, -0.03,
    -0.03, -0.05, -0.08, -0.14, -0.16, -0.16, -0.18, -0.18, -0.19, -0.19, -0.19, -0.20, -0.21, -0.22,
    -0.22, -0.23, -0.25, -0.25, -0.28, -0.28, -0.28, -0.30, -0.30, -0.33, -0.35, -0.40, -0.42, -0.44,
    -0.48, -0.52, -0.68, -0.72, -0.73, -0.73, -0.75, -0.77, -0.77, -0.77, -0.80, -0.81, -0.83, -0.88,
    -0.90, -0.90, -0.91, -0.92, -0.92, -0.92, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93,
  ],
};

/** For captures that are known to hold the whole call: how many packets stand over at both ends is weighed too. */
export const wholeCallModel: FittedModel = {
  weights: {
    constant: 2.301,
    strength: 1.998,
    expected: -0.4,
    loose: -3.03,
  },
  pairs: 55,
  nonPairs: 142,
  // biome-ignore format: a table
  nonPairScores: [
    1.04, 1.04, 1.04, 1.03, 0.93, 0.92, 0.90, 0.89, 0.89, 0.88, 0.79, 0.00, 0.00, 0.00,
    0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, -0.08,
    -0.20, -0.21, -0.25, -0.27, -0.28, -0.32, -0.32, -0.32, -0.32, -0.32, -0.34, -0.35, -0.37, -0.42,
    -0.46, -0.46, -0.49, -0.54, -0.57, -0.58, -0.58, -0.58, -0.60, -0.61, -0.61, -0.63, -0.63, -0.63,
    -0.65, -0.66, -0.66, -0.70, -0.70, -0.70, -0.72, -0.73, -0.73, -0.73, -0.74, -0.76, -0.76, -0.76,
    -0.76, -0.77, -0.77, -0.80, -0.82, -0.83, -0.87, -0.87, -0.89, -0.89, -0.90, -0.90, -0.90, -0.90,
    -0.91, -0.91, -0.91, -0.91, -0.92, -0.92, -0.92, -0.92, -0.92, -0.92, -0.92, -0.93, -0.93, -0.93,
    -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93, -0.93,
    -0.93, -0.93,
  ],
};
