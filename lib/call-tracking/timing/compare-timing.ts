import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createTimingComparer, type TimingOptions } from "./create-timing-comparer";
import type { TimingResult } from "./timing-result";

/** Compares the timing of two flows; undefined when too little of them overlaps. */
export function compareTiming(
  first: PacketFlow,
  second: PacketFlow,
  options?: TimingOptions,
): TimingResult | undefined {
  return createTimingComparer(first, options)(second);
}
