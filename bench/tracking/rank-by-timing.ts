// Timing alone: how well the model tells the two ends of one call from ends of two calls that it was not fitted to.
import { seededRandom } from "@/lib/call-tracking/simulation/seeded-random";
import {
  evaluateScores,
  type ScoredPair,
  scoreLeavingCallsOut,
} from "@/lib/call-tracking/timing/evaluate-model";
import { type KnownFlow, labelPairs } from "@/lib/call-tracking/timing/labelled-pairs";
import type { Rates } from "@/lib/call-tracking/timing/ranked-rates";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { Pair } from "./read-pairs";

const SEED = 1310;
/** With the 2 seconds that a path may take: lags of 2.5 seconds both ways, as the model was fitted. */
const LAGS = { clockErrorSeconds: 0.5 };
/** An instant at which every flow is made to begin, so that nothing can be told from the time of day. */
const COMMON_START = 1_700_000_000_000_000;

/** What calls of one path and codec show; `codec` is "all" for those of a path together. */
export type RankedRow = {
  path: string;
  codec: string;
  pairs: number;
  nonPairs: number;
  rates: Rates;
  low: Rates;
  high: Rates;
};

/** Of each path all calls together, and each codec. Every score comes from a model fitted without the calls in it. */
export function rankByTiming(pairs: readonly Pair[]): RankedRow[] {
  const scored = scoreLeavingCallsOut(labelPairs(pairs.map(knownFlowOf), LAGS));
  return ["non-tor", "tor"].flatMap((path) => {
    const ofPath = scored.filter((one) => one.path === path);
    const codecs = [...new Set(ofPath.map(({ codec }) => codec))].sort();
    return [
      rowOf(path, "all", ofPath),
      ...codecs.map((codec) =>
        rowOf(
          path,
          codec,
          ofPath.filter((one) => one.codec === codec),
        ),
      ),
    ];
  });
}

function rowOf(path: string, codec: string, scored: ScoredPair[]): RankedRow {
  const { pairs, nonPairs, low, high, ...rates } = evaluateScores(scored, seededRandom(SEED));
  return { path, codec, pairs, nonPairs, rates, low, high };
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
