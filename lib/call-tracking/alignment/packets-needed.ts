import type { PairPlan } from "../watermark/watermark";

/**
 * The fewest packets in a row that can hold half of all pairs, which is what a flow must have to be tested. With half of
 * its pairs a bit stands out from its noise by the square root of a half less than planned: a bit that the plan reads
 * right in 99 of 100 cases is then read right in 95, and with a threshold of five in 24 bits still nearly every marked
 * flow is found. Below that "not found" would be said too often of the true partner for the answer to be worth giving.
 * Falsely found is no likelier for a short flow than for a long one.
 */
export function packetsNeeded({ parameters, pairs }: PairPlan): number {
  const inOrder = pairs.slice().sort();
  const half = Math.ceil(inOrder.length / 2);
  let fewest = Number.POSITIVE_INFINITY;
  for (let k = 0; k + half <= inOrder.length; k++) {
    const span = (inOrder[k + half - 1] as number) - (inOrder[k] as number);
    fewest = Math.min(fewest, span + parameters.distance + 1);
  }
  return fewest;
}
