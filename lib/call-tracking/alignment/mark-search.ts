import type { PairPlan } from "../watermark/watermark";
import { evidenceOf } from "./mark-evidence";
import { quantileOf } from "./median-of";
import { packetsNeeded } from "./packets-needed";
import { mapPlan, type PlanMap, sumsFrom } from "./plan-map";
import type { SpacingScores } from "./spacing-scores";
import { createStartEnergies } from "./start-energies";

/** Plan index 0 is at `start` of the track (negative: before it); `evidence` is the logarithm of a likelihood ratio. */
export type FoundStart = { start: number; evidence: number; tried: number };

/** A plan made ready for searching many flows. */
export type MarkSearch = {
  map: PlanMap;
  /** Packets a flow must have to be worth testing. */
  needed: number;
  /** The starts at which a mark stands out most, best first. */
  find(scores: SpacingScores, most: number): FoundStart[];
};

/** Every start is tried at which the flow holds as many packets as are needed. */
export function createMarkSearch(plan: PairPlan): MarkSearch {
  const needed = packetsNeeded(plan);
  const map = mapPlan(plan);
  const extent = map.bitAt.length + plan.parameters.distance;
  const energiesOf = createStartEnergies(plan, extent);
  return {
    map,
    needed,
    find(scores, most) {
      const first = Math.min(0, needed - extent);
      const starts = Math.max(1, scores.values.length - needed - first + 1);
      return weighBest({ plan, scores, first, energies: energiesOf(scores, first, starts) }, most);
    },
  };
}

type Weighing = { plan: PairPlan; scores: SpacingScores; first: number; energies: Float64Array };

/**
 * The best starts by the coarse bits, weighed by all bits. A start far from the beginning of the flow is held a little less
 * likely beforehand, in proportion to its distance.
 */
function weighBest({ plan, scores, first, energies }: Weighing, most: number): FoundStart[] {
  const kept = Math.max(64, Math.ceil(energies.length / 64));
  const floor = energies.length <= kept ? 0 : quantileOf(energies.slice(), 1 - kept / energies.length);
  const found: FoundStart[] = [];
  for (let k = 0; k < energies.length; k++) {
    if ((energies[k] as number) < floor) continue;
    const start = first + k;
    const evidence =
      evidenceOf(sumsFrom(plan, scores, start), scores.variance) - Math.log(1 + Math.abs(start));
    found.push({ start, evidence, tried: energies.length });
  }
  return found.sort((a, b) => b.evidence - a.evidence || a.start - b.start).slice(0, most);
}
