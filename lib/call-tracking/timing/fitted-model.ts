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

/**
 * The scores of the same non-pairs with the lengths of whole calls weighed, one direction alone, among the candidates of
 * the same codec and path. Flows whose other direction agrees as well are held to these too, though strangers reach less.
 */
// biome-ignore format: a table
export const wholeCallScores: readonly number[] = [
  0.66, 0.57, 0.54, 0.40, 0.40, 0.38, 0.38, 0.38, 0.38, 0.38, 0.38, 0.38, 0.38, 0.38,
  0.37, 0.35, 0.28, 0.26, 0.25, 0.24, 0.24, -0.02, -0.13, -0.14, -0.18, -0.23, -0.26, -0.27,
  -0.28, -0.36, -0.37, -0.37, -0.37, -0.37, -0.37, -0.37, -0.38, -0.43, -0.43, -0.44, -0.44, -0.50,
  -0.50, -0.50, -0.50, -0.50, -0.50, -0.50, -0.52, -0.53, -0.54, -0.54, -0.54, -0.55, -0.55, -0.55,
  -0.55, -0.55, -0.55, -0.56, -0.58, -0.62, -0.66, -0.67, -0.67, -0.67, -0.67, -0.67, -0.68, -0.69,
  -0.69, -0.70, -0.71, -0.73, -0.73, -0.75, -0.75, -0.76, -0.76, -0.78, -0.78, -0.79, -0.79, -0.79,
  -0.79, -0.79, -0.79, -0.85, -0.86, -0.87, -0.89, -0.90, -0.99, -1.09, -1.26, -1.27, -1.27, -1.29,
  -1.32, -1.32, -1.32, -1.34, -1.37, -1.37, -1.39, -1.39, -1.41, -1.42, -1.42, -1.42, -1.42, -1.42,
  -1.42, -1.42, -1.42, -1.42, -1.42, -1.42, -1.42, -1.47, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49,
  -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.49, -1.52,
  -1.52, -1.52,
];
