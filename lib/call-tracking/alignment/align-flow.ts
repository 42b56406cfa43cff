import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { PairPlan } from "../watermark/watermark";
import { alignByOrder } from "./align-by-order";
import { alignBySequence } from "./align-by-sequence";
import type { AlignedFlow } from "./aligned-flow";
import { joinedBy } from "./joined-packets";
import { createMarkSearch } from "./mark-search";
import { packetTimeOf } from "./packet-time";

export type TooShort = { tooShort: { packets: number; needed: number } };

export type AlignmentOptions = {
  /** The marked flow as it was captured where the mark was put in: its first packet has index 0 in the plan. */
  reference?: PacketFlow;
};

export type FlowAligner = (flow: PacketFlow) => AlignedFlow | TooShort;

/** Lays one flow onto the indexes of a plan. For many flows `createFlowAligner` does the work on the plan only once. */
export function alignFlow(
  flow: PacketFlow,
  plan: PairPlan,
  options: AlignmentOptions = {},
): AlignedFlow | TooShort {
  return createFlowAligner(plan, options)(flow);
}

/**
 * Lays captured flows onto the indexes of a watermark's plan, whichever packet of the marked flow the capture began with,
 * however many are lost, and whatever the clock says: only spacings are read, which an offset leaves as they are and a
 * drift of 200 ppm changes by 4 microseconds in 20 ms. Numbers are taken from RTP headers, or else from the order.
 *
 * Theorem. Where the word was drawn evenly and independently of the flow and of the key, a flow matches it within h
 * bits with exactly the chance FP(h) = sum over i <= h of C(l, i) / 2^l, however many starts and paths were tried.
 * Proof: alignment and decoded bits are functions of flow and plan alone. Given those, the decoded word is fixed, and
 * each bit of the drawn word differs from it with chance 1/2 independently of the others: the distance is binomial. For
 * this the search may look at how far bits stand out, in either direction, but never at the word.
 * It does not hold for a flow that carries the word (that is what is looked for), nor if the word is chosen after the flow.
 */
export function createFlowAligner(plan: PairPlan, options: AlignmentOptions = {}): FlowAligner {
  const search = createMarkSearch(plan);
  return (flow) => {
    const inOrder = timesInOrder(flow.at);
    const joined = joinedBy(packetTimeOf(inOrder));
    const packets = flow.at.length;
    if (packets * Math.max(1, ...joined) < search.needed)
      return { tooShort: { packets, needed: search.needed } };
    const input = { flow, plan, search, joined };
    return flow.sequence
      ? alignBySequence({ ...input, reference: options.reference })
      : alignByOrder({ ...input, inOrder });
  };
}

function timesInOrder(at: Float64Array): Float64Array {
  for (let k = 1; k < at.length; k++) if ((at[k] as number) < (at[k - 1] as number)) return at.slice().sort();
  return at;
}
