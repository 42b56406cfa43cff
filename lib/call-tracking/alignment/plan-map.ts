import type { PairPlan } from "../watermark/watermark";
import type { BitSums } from "./mark-evidence";
import type { SpacingScores } from "./spacing-scores";

/** The plan seen from its packets: which bit the pair beginning at each index carries (-1: none), and its sign in it. */
export type PlanMap = { bits: number; distance: number; bitAt: Int32Array; signAt: Int8Array };

export function mapPlan({ parameters, pairs }: PairPlan): PlanMap {
  const { bits, redundancy, distance } = parameters;
  const last = pairs.reduce((most, z) => Math.max(most, z), 0);
  const bitAt = new Int32Array(last + 1).fill(-1);
  const signAt = new Int8Array(last + 1);
  pairs.forEach((z, k) => {
    const group = Math.floor(k / redundancy);
    bitAt[z] = group >> 1;
    signAt[z] = group % 2 === 0 ? 1 : -1;
  });
  return { bits, distance, bitAt, signAt };
}

/** Sums for spacings that follow each other without a gap, plan index 0 at `start`. Written for speed. */
export function sumsFrom({ parameters, pairs }: PairPlan, scores: SpacingScores, start: number): BitSums {
  const { values, isWhole } = scores;
  const { bits, redundancy } = parameters;
  const sums = new Float64Array(bits);
  const counts = new Int32Array(bits);
  for (let group = 0, k = 0; group < 2 * bits; group++) {
    let sum = 0;
    let count = 0;
    for (const end = k + redundancy; k < end; k++) {
      const at = start + (pairs[k] as number);
      if (at < 0 || at >= values.length) continue;
      sum += values[at] as number;
      count += isWhole[at] as number;
    }
    const bit = group >> 1;
    sums[bit] = (sums[bit] as number) + (group % 2 === 0 ? sum : -sum);
    counts[bit] = (counts[bit] as number) + count;
  }
  return { sums, counts };
}

/** Sums for packets of which each has an index of its own; a spacing across a gap in the indexes is not whole. */
export function sumsAlong(map: PlanMap, { values }: SpacingScores, indexes: Int32Array): BitSums {
  const sums = new Float64Array(map.bits);
  const counts = new Int32Array(map.bits);
  for (let k = 0; k + map.distance < indexes.length; k++) {
    const z = indexes[k] as number;
    const bit = map.bitAt[z] ?? -1;
    if (bit < 0 || indexes[k + map.distance] !== z + map.distance) continue;
    sums[bit] = (sums[bit] as number) + (map.signAt[z] as number) * (values[k] as number);
    counts[bit] = (counts[bit] as number) + 1;
  }
  return { sums, counts };
}
