import type { PairPlan } from "../watermark/watermark";

/**
 * The fewest packets in a row that can hold half of the pairs of every bit, which is what a flow must have to be
 * tested. Half the pairs move the mean difference from its noise by the square root of a half less than the plan
 * promised: a flow below that would say "not found" of its true partner too often for the answer to be worth giving.
 * Falsely found is no likelier for a short flow than for a long one.
 */
export function packetsNeeded({ parameters, pairs }: PairPlan): number {
  const { bits, redundancy, distance } = parameters;
  const bitAt = bitByPosition(pairs, 2 * redundancy);
  const held = new Int32Array(bits);
  let satisfied = 0;
  let shortest = bitAt.length + distance;
  let from = 0;
  for (let to = 0; to < bitAt.length; to++) {
    satisfied += count(held, bitAt[to] as number, 1) === redundancy ? 1 : 0;
    while (satisfied === bits) {
      shortest = Math.min(shortest, to - from + 1 + distance);
      satisfied -= count(held, bitAt[from] as number, -1) === redundancy - 1 ? 1 : 0;
      from++;
    }
  }
  return shortest;
}

/** Which bit the pair that begins at each packet belongs to; -1 for none. */
function bitByPosition(pairs: Int32Array, pairsPerBit: number): Int32Array {
  const last = pairs.reduce((most, z) => Math.max(most, z), 0);
  const bitAt = new Int32Array(last + 1).fill(-1);
  pairs.forEach((z, k) => {
    bitAt[z] = Math.floor(k / pairsPerBit);
  });
  return bitAt;
}

function count(held: Int32Array, bit: number, step: number): number {
  if (bit < 0) return -1;
  held[bit] = (held[bit] as number) + step;
  return held[bit] as number;
}
