import type { PairPlan } from "../watermark/watermark";
import type { SpacingScores } from "./spacing-scores";

/**
 * How much likelier the spacings are with a mark put in from this start than with none, as a logarithm, whatever the
 * word: the likelihood ratio of normal noise averaged over both values of each bit, each as likely,
 *   sum over bits of log cosh(m S / v) - n m^2 / (2 v)
 * where S is the signed sum of the n scores of a bit, v their variance, and m the part of the shift that came
 * through path and clip, estimated from all bits together: the mean of S^2 is n v + n^2 m^2.
 */
export function evidenceAt(plan: PairPlan, spacings: SpacingScores, start: number): number {
  const v = Math.max(spacings.variance, 1e-9);
  const { sums, counts } = sumsOfBits(plan, spacings, start);
  let excess = 0;
  let total = 0;
  for (let bit = 0; bit < sums.length; bit++) {
    const n = counts[bit] as number;
    if (n > 0) excess += (sums[bit] as number) ** 2 / n - v;
    total += n;
  }
  if (excess <= 0) return excess / v;
  const m = Math.sqrt(excess / total);
  let evidence = (-total * m * m) / (2 * v);
  for (const sum of sums) evidence += logCosh((m * sum) / v);
  return evidence;
}

function sumsOfBits({ parameters, pairs }: PairPlan, { values, whole }: SpacingScores, start: number) {
  const { bits, redundancy } = parameters;
  const sums = new Float64Array(bits);
  const counts = new Int32Array(bits);
  for (let k = 0; k < pairs.length; k++) {
    const at = start + (pairs[k] as number);
    if (at < 0 || at >= values.length) continue;
    const group = Math.floor(k / redundancy);
    const value = values[at] as number;
    sums[group >> 1] = (sums[group >> 1] as number) + (group % 2 === 0 ? value : -value);
    counts[group >> 1] = (counts[group >> 1] as number) + ((whole[at + 1] as number) - (whole[at] as number));
  }
  return { sums, counts };
}

/** log cosh x without overflow. */
function logCosh(x: number): number {
  const size = Math.abs(x);
  return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
}
