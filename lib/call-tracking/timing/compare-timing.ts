import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createTimingComparer } from "./create-timing-comparer";
import type { TimingOptions } from "./timing-options";
import type { TimingResult } from "./timing-result";

/** Compares the timing of two flows; undefined when fewer than 200 packets of both can be laid beside each other. */
export function compareTiming(
  first: PacketFlow,
  second: PacketFlow,
  options?: TimingOptions,
): TimingResult | undefined {
  return createTimingComparer(first, options)(second);
}
