// Timing alone: how well the model tells the two ends of one call from ends of two calls that it was not fitted to.
import { seededRandom } from "@/lib/call-tracking/simulation/seeded-random";
import { evaluateTiming, type TimingRow } from "@/lib/call-tracking/timing/evaluate-timing";
import type { KnownFlow } from "@/lib/call-tracking/timing/labelled-pairs";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { Pair } from "./read-pairs";

const SEED = 1310;
/** An instant at which every flow is made to begin, so that nothing can be told from the time of day. */
const COMMON_START = 1_700_000_000_000_000;

/** Of each path every measure, with both kinds of non-pairs. Every score comes from a model fitted without the calls in it. */
export function rankByTiming(pairs: readonly Pair[]): TimingRow[] {
  return evaluateTiming(pairs.map(knownFlowOf), () => seededRandom(SEED));
}

/** Names are PATH-CODEC-NUMBER. */
function knownFlowOf({ call, isFromCaller, sent, received }: Pair): KnownFlow {
  const [, path = "", codec = ""] = /^((?:non-)?tor)-(.+?)(?:-[^-]*)?$/.exec(call) ?? [];
  return {
    call,
    path,
    codec,
    direction: isFromCaller ? "there" : "back",
    first: withoutDate(sent),
    second: withoutDate(received),
  };
}

function withoutDate(flow: PacketFlow): PacketFlow {
  const begun = flow.at[0] ?? 0;
  const moved = (time: number) => time - begun + COMMON_START;
  const { firstAt, lastAt } = flow.summary;
  const summary = { ...flow.summary, firstAt: moved(firstAt), lastAt: moved(lastAt) };
  return { ...flow, summary, at: flow.at.map(moved) };
}
