import { normalCdf } from "./normal-distribution";

/**
 * Chance that the paper's decoder reads one bit right, if every packet's delay varies independently with the standard
 * deviation `jitterMs`: Phi(shift * sqrt(redundancy) / jitter). Jitter of the source and of the path add as squares.
 *
 * The clipped and the weighted decoder have no such closed form, because they depend on the whole shape of the delays:
 * with normal jitter they are close to this, with stalls and bursts far better. Their rates are measured, not computed.
 */
export function bitAccuracy(input: { shiftMs: number; redundancy: number; jitterMs: number }): number {
  if (input.jitterMs === 0) return 1;
  return normalCdf((input.shiftMs * Math.sqrt(input.redundancy)) / input.jitterMs);
}

/** Chance that a marked flow is read with at most h wrong bits (TP), if each bit is right with the same chance. */
export function detectionRate(input: { bits: number; bitAccuracy: number; h: number }): number {
  const { bits, bitAccuracy: right, h } = input;
  let rate = 0;
  for (let wrong = 0; wrong <= Math.min(h, bits); wrong++)
    rate += Number(choose(bits, wrong)) * right ** (bits - wrong) * (1 - right) ** wrong;
  return Math.min(1, rate);
}

/**
 * Chance that another flow is taken for the marked one (FP): that a word whose bits are all drawn evenly differs from the
 * word looked for in at most h bits. Exact up to the last rounding. A small value does not show that a match is the
 * marked call: that also depends on how many flows were looked at, and on nobody having copied the mark.
 */
export function falseMatchRate(bits: number, h: number): number {
  let words = 0n;
  for (let wrong = 0; wrong <= Math.min(h, bits); wrong++) words += choose(bits, wrong);
  return Number(words) / 2 ** bits;
}

/**
 * The largest distance at which the expected number of false matches among all candidates is at most `falseMatches`; -1
 * where even distance 0 would give more.
 */
export function chooseThreshold(input: { bits: number; candidates: number; falseMatches: number }): number {
  let h = -1;
  while (h < input.bits && input.candidates * falseMatchRate(input.bits, h + 1) <= input.falseMatches) h++;
  return h;
}

/** Ways to choose some of so many things: whole at every step. */
function choose(things: number, chosen: number): bigint {
  let ways = 1n;
  for (let k = 1; k <= chosen; k++) ways = (ways * BigInt(things - k + 1)) / BigInt(k);
  return ways;
}
