import { silenceShareFollowed } from "./follow-silences";
import type { LagRange } from "./lag-correlator";
import type { Pair } from "./pair-at-hand";
import { type SilenceAgreement, silenceAgreement, silenceShareAt } from "./silences";

/** The flow whose silences are speech: the one with a rhythm, since a path makes pauses of its own. */
function silenceSide({ first, second }: Pair): "first" | "second" {
  if (first.flow.spacing === undefined) return second.flow.spacing === undefined ? "first" : "second";
  if (second.flow.spacing === undefined) return "first";
  return second.silences.total > first.silences.total ? "second" : "first";
}

/** The lag, of the second flow against the first, at which most silences agree. */
export function silencesFound(pair: Pair, lags: LagRange): SilenceAgreement | undefined {
  const { first, second } = pair;
  if (silenceSide(pair) === "first") return silenceAgreement(first.silences, second.flow, lags);
  const found = silenceAgreement(second.silences, first.flow, { from: -lags.to, to: -lags.from });
  return found && { ...found, lag: -found.lag };
}

/** The share of silences that agree at a lag, as it stands and when lost packets are allowed for. */
export function silencesAt(pair: Pair, lagPackets: number): { exact?: number; followed?: number } {
  const { first, second } = pair;
  const isFirst = silenceSide(pair) === "first";
  const [own, other] = isFirst ? [first, second] : [second, first];
  const lag = isFirst ? lagPackets : -lagPackets;
  return {
    exact: silenceShareAt(own.silences, other.flow, lag),
    followed: silenceShareFollowed(own.silences, other.flow, lag),
  };
}
