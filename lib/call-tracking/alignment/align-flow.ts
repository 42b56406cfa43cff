import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { PairPlan } from "../watermark/watermark";
import type { AlignedFlow } from "./aligned-flow";
import { scoreSpacings } from "./spacing-scores";
import { createMarkSearch } from "./mark-search";
import { type PacketTrack, trackBySequence } from "./packet-track";

export type TooShort = { tooShort: { packets: number; needed: number } };

export type AlignmentOptions = {
  /** The marked flow as it was captured where the mark was put in: its first packet has index 0 in the plan. */
  reference?: PacketFlow;
};

export type FlowAligner = (flow: PacketFlow) => AlignedFlow | TooShort;

/** Lays one flow onto the indexes of a plan. For many flows `createFlowAligner` does the work on the plan only once. */
export function alignFlow(flow: PacketFlow, plan: PairPlan, options: AlignmentOptions = {}) {
  return createFlowAligner(plan, options)(flow);
}

export function createFlowAligner(plan: PairPlan, _options: AlignmentOptions = {}): FlowAligner {
  const search = createMarkSearch(plan);
  return (flow) => {
    if (flow.at.length < search.needed)
      return { tooShort: { packets: flow.at.length, needed: search.needed } };
    const track = trackBySequence(flow) ?? { times: flow.at.slice(), duplicates: 0 };
    const { start, tried } = search.find(scoreSpacings(track.times, plan.parameters.distance, plan.parameters.shiftMs));
    const times = timesFrom(track, start, plan.parameters.packets);
    return {
      times,
      by: flow.sequence ? "sequence" : "order",
      firstIndex: -start,
      tried,
      found: times.reduce((found, at) => found + (Number.isNaN(at) ? 0 : 1), 0),
      duplicates: track.duplicates,
    };
  };
}

function timesFrom(track: PacketTrack, start: number, packets: number): Float64Array {
  return Float64Array.from({ length: packets }, (_, k) => track.times[start + k] ?? Number.NaN);
}
