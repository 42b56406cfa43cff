import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { delayInOrder } from "./delay-in-order";
import { planIndexes } from "./plan-indexes";
import { plannedDelays } from "./planned-delays";
import type { Watermark } from "./watermark";

/**
 * By how many microseconds each packet of a flow, in its order, leaves later once the flow is marked: for rewriting a
 * capture. The packets keep their order.
 */
export function markDelays(flow: PacketFlow, watermark: Watermark): Float64Array {
  const planned = plannedDelays(watermark);
  const wanted = Float64Array.from(planIndexes(flow), (index) => planned[index] ?? 0);
  return delayInOrder(flow.at, wanted).map((left, place) => left - (flow.at[place] ?? 0));
}
