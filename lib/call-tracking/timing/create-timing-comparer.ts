import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { TimingResult } from "./timing-result";

export type TimingOptions = {
  /** How far the clocks of the two captures may be apart, in seconds; without it nothing is known of them. */
  clockErrorSeconds?: number;
};

/** Prepares the first flow once, so that many seconds can be compared with it. */
export function createTimingComparer(
  first: PacketFlow,
  _options: TimingOptions = {},
): (second: PacketFlow) => TimingResult | undefined {
  return (second) => (Math.min(first.at.length, second.at.length) < 200 ? undefined : undefined);
}
