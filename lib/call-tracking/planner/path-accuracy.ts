// Wang, Chen and Jajodia (CCS 2005): a bit is the sign of a mean difference of spacings. With a shift a, redundancy r and
// independent delays of standard deviation s it is read right with probability Phi(a sqrt(r) / s).
import { bitAccuracy } from "../watermark/detection-theory";
import type { Decoder, WatermarkParameters } from "../watermark/watermark";
import type { TracePath } from "./trace-plan";

/** No path is steadier than this, in milliseconds; it keeps the theory away from a division by zero. */
export const LEAST_JITTER_MS = 0.1;

/** Whole pairs up to which the chances of every number of losses are added up one by one. */
const PAIRS_ADDED_UP = 40;

/**
 * What a pair is worth beside the paper's mean under even (Gaussian) jitter, where the mean is best. Clipped at 1.5
 * standard deviations, the shift keeps 0.8664 of its size and the noise 0.7785 of its variance: 0.8664 squared / 0.7785.
 * The weighted decoder was measured.
 */
const PAIR_WORTH: Record<Decoder, number> = { mean: 1, clipped: 0.964, weighted: 0.87 };

/** The decoder to which a pair is worth least: what it promises, all of them keep. */
export const WEAKEST_DECODER: Decoder = "weighted";

/**
 * Chance that one bit is read right behind a path. A pair is whole when both of its packets arrive, (1 - loss) squared;
 * the redundancy that is left is the harmonic mean of the whole pairs of both groups, over all ways to lose some. A bit
 * that lost a whole group counts as wrong.
 */
export function accuracyOnPath(
  { parameters, path }: { parameters: WatermarkParameters; path: TracePath },
  decoder: Decoder = "mean",
): number {
  const { redundancy } = parameters;
  const whole = (1 - path.loss) ** 2;
  const read = (left: number) =>
    bitAccuracy({
      shiftMs: Math.min(parameters.shiftMs, spacingMs(path)),
      redundancy: left * PAIR_WORTH[decoder],
      jitterMs: Math.max(path.jitterMs, LEAST_JITTER_MS),
    });
  if (whole >= 1) return read(redundancy);
  return redundancy <= PAIRS_ADDED_UP
    ? addedUp(redundancy, whole, read)
    : atThreePoints(redundancy, whole, read);
}

/** A delay longer than the spacing pushes the packet behind along, so a spacing gains no more than this from it. */
export function spacingMs({ packetsPerSecond }: TracePath): number {
  return 1_000 / packetsPerSecond;
}

function addedUp(pairs: number, whole: number, read: (left: number) => number): number {
  const chances = binomial(pairs, whole);
  let sum = 0;
  for (let one = 1; one <= pairs; one += 1) {
    for (let other = 1; other <= pairs; other += 1) {
      sum += (chances[one] ?? 0) * (chances[other] ?? 0) * read((2 * one * other) / (one + other));
    }
  }
  return sum;
}

/** Many pairs: the inverse of what is left is nearly normal, so three points of Gauss and Hermite stand for all. */
function atThreePoints(pairs: number, whole: number, read: (left: number) => number): number {
  const left = pairs * whole;
  const inverse = (1 + (1 - whole) / left) / left;
  const aside = Math.sqrt((3 * (1 - whole)) / (2 * left ** 3));
  return (read(1 / (inverse + aside)) + 4 * read(1 / inverse) + read(1 / (inverse - aside))) / 6;
}

function binomial(trials: number, chance: number): Float64Array {
  const chances = new Float64Array(trials + 1);
  chances[0] = (1 - chance) ** trials;
  for (let hits = 1; hits <= trials; hits += 1) {
    chances[hits] = ((chances[hits - 1] ?? 0) * (trials - hits + 1) * chance) / (hits * (1 - chance));
  }
  return chances;
}
