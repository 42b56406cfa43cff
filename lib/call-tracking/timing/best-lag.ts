import { medianInPlace } from "../watermark/median";
import { createOverlap, type Overlap } from "./overlap";

/** The lag at which two series agree best. */
export type BestLag = {
  lag: number;
  /** Correlation at that lag, from -1 to 1. */
  correlation: number;
  /** The same in standard deviations of what the other lags give. */
  deviations: number;
  /** By how much that is beyond the largest that chance gives among so many lags. */
  strength: number;
  /** Entries of both series that were compared. */
  compared: number;
};

/** Lags by which the spread of chance agreement is told: enough for a median. */
const SAMPLED = 512;
/** With correlations by chance of less spread than this, the estimate is not believed. */
const SMALLEST_SPREAD = 0.7;

/**
 * Hypothesis: the series have nothing to do with each other, and the agreement at every lag is chance. Each sum is brought
 * to its standard deviation under that hypothesis; the largest of M such numbers is about sqrt(2 ln M) by chance. Undefined
 * when no lag leaves `least` entries to compare. `sums[k]` belongs to the lag `from + k`.
 */
export function bestLag(
  series: { first: Float64Array; second: Float64Array },
  { sums, from, least }: { sums: Float64Array; from: number; least: number },
): BestLag | undefined {
  if (series.first.length === 0 || series.second.length === 0) return undefined;
  const overlap = createOverlap(series);
  const normed = new Float64Array(sums.length);
  let tried = 0;
  let best = -1;
  for (let k = 0; k < sums.length; k++) {
    const { compared, energy } = overlap(from + k);
    const usable = compared >= least && energy > 0;
    normed[k] = usable ? (Math.sqrt(compared) * (sums[k] ?? 0)) / energy : Number.NaN;
    if (!usable) continue;
    tried++;
    if (best < 0 || isBetter({ normed, from }, k, best)) best = k;
  }
  if (best < 0) return undefined;
  return told({ normed, best, tried, from }, overlap(from + best));
}

/** Of equals the lag nearest to 0. */
function isBetter({ normed, from }: { normed: Float64Array; from: number }, k: number, best: number) {
  const more = (normed[k] ?? 0) - (normed[best] ?? 0);
  return more > 1e-9 || (more > -1e-9 && Math.abs(from + k) < Math.abs(from + best));
}

type Found = { normed: Float64Array; best: number; tried: number; from: number };

function told({ normed, best, tried, from }: Found, { compared }: ReturnType<Overlap>): BestLag {
  const value = normed[best] ?? 0;
  const deviations = value / Math.max(spreadOf(normed), SMALLEST_SPREAD);
  const byChance = Math.sqrt(2 * Math.log(Math.max(tried, 2)));
  return {
    lag: from + best,
    correlation: value / Math.sqrt(compared),
    deviations,
    strength: deviations - byChance,
    compared,
  };
}

function spreadOf(normed: Float64Array): number {
  const step = Math.max(1, Math.floor(normed.length / SAMPLED));
  const sample = new Float64Array(Math.ceil(normed.length / step));
  let count = 0;
  for (let k = 0; k < normed.length; k += step) {
    const value = Math.abs(normed[k] ?? 0);
    if (!Number.isNaN(value)) sample[count++] = value;
  }
  return 1.4826 * medianInPlace(sample, count);
}
