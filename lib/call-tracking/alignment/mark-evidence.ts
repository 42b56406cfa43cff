/** For each bit the signed sum of the scores of its whole pairs (group one less group two), and how many those are. */
export type BitSums = { sums: Float64Array; counts: Int32Array };

/**
 * The part of the mark that came through path and scores, from all bits together: with n scores of variance v each, the
 * mean of S^2 is n v + n^2 m^2. Negative square where there is less than chance would give.
 */
export function markStrength(
  { sums, counts }: BitSums,
  variance: number,
): { squared: number; pairs: number } {
  let excess = 0;
  let pairs = 0;
  for (let bit = 0; bit < sums.length; bit++) {
    const n = counts[bit] as number;
    if (n > 0) excess += (sums[bit] as number) ** 2 / n - variance;
    pairs += n;
  }
  return { squared: excess / Math.max(1, pairs), pairs };
}

/**
 * How much likelier the scores are with a mark laid on them so than with none, as a logarithm, whatever the word: the
 * likelihood ratio for normal noise, averaged over both values of each bit,
 *   sum over bits of log cosh(m S / v) - n m^2 / (2 v).
 * Below zero where there is no sign of a mark.
 */
export function evidenceOf(bits: BitSums, variance: number): number {
  const v = Math.max(variance, 1e-9);
  const { squared, pairs } = markStrength(bits, v);
  if (squared <= 0) return (squared * pairs) / v;
  const m = Math.sqrt(squared);
  let evidence = (-pairs * squared) / (2 * v);
  for (const sum of bits.sums) evidence += logCosh((m * sum) / v);
  return evidence;
}

/** log cosh x without overflow. */
function logCosh(x: number): number {
  const size = Math.abs(x);
  return size + Math.log1p(Math.exp(-2 * size)) - Math.LN2;
}
