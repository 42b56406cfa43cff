import type { LagRange } from "./lag-correlator";
import type { Pair, Prepared } from "./pair-at-hand";
import type { SendingJitter } from "./sending-jitter";
import { LEAST_PACKETS } from "./timing-evidence";
import type { TimingOptions } from "./timing-options";

/** Time that a path may take, either way, beyond the error of the clocks. */
const PATH_SECONDS = 2;
/** Lags, in packets and places of the grid alike, at which enough is left to compare and the clocks may be so far apart. */
export function lagsToTry(
  { first, second, jitter }: Pair,
  spacing: number,
  options: TimingOptions,
): LagRange {
  const longest = (prepared: Prepared, of: SendingJitter) =>
    Math.max(prepared.flow.at.length, of.scores.length);
  const from = -(longest(first, jitter.first) - LEAST_PACKETS);
  const to = longest(second, jitter.second) - LEAST_PACKETS;
  if (options.clockErrorSeconds === undefined) return { from, to };
  const apart = (first.flow.startedAt - second.flow.startedAt) / spacing;
  const error = (1000 * (options.clockErrorSeconds + PATH_SECONDS)) / spacing;
  return { from: Math.max(from, Math.floor(apart - error)), to: Math.min(to, Math.ceil(apart + error)) };
}
