import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { delayInOrder } from "../watermark/delay-in-order";
import { buildFlow } from "./build-flow";

/**
 * The marked flow as it would have arrived on a real path: `first` and `second` are one RTP stream captured at both ends,
 * `delays` says by how many microseconds each packet of the first left later. Every packet of the second arrives later by
 * what its own packet was delayed, and none overtakes another that it did not overtake before. Packets that the first
 * capture does not hold are not delayed. Only a model: a real queue or TCP would take the delays up in its own way.
 */
export function delayFromPair(first: PacketFlow, second: PacketFlow, delays: Float64Array): PacketFlow {
  const delayOf = new Map<number, number>();
  first.sequence?.forEach((sequence, place) => {
    if (!delayOf.has(sequence)) delayOf.set(sequence, delays[place] ?? 0);
  });
  const wanted = Float64Array.from(second.at, (_, place) => delayOf.get(second.sequence?.[place] ?? 0) ?? 0);
  const { summary, ...packets } = second;
  return buildFlow({ ...packets, at: delayInOrder(second.at, wanted) }, summary);
}
