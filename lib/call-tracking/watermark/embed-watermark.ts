import { delayInOrder } from "./delay-in-order";
import { plannedDelays } from "./planned-delays";
import type { Watermark } from "./watermark";

/**
 * The times at which the packets of a flow leave the marking point, from the times at which they reach it (microseconds,
 * one a packet, index 0 first). Only delays: planned packets leave later by the shift, and others only where they would
 * overtake one.
 */
export function embedWatermark(at: Float64Array, watermark: Watermark): Float64Array {
  return delayInOrder(at, plannedDelays(watermark));
}
