import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { spacingOf } from "./flow-spacing";

/** Five and a half minutes at 20 ms. What comes after is not compared: it would add little and cost much. */
const MAX_PACKETS = 16_384;

/** A flow as the comparison of timing needs it: sizes and times alone, and no header. */
export type TimingFlow = {
  /** Milliseconds from the first packet, rising. */
  at: Float64Array;
  /** Milliseconds since 1970-01-01 UTC. */
  startedAt: number;
  bytes: Uint16Array;
  /** Milliseconds between packets in speech; undefined for a flow that comes in bursts. */
  spacing: number | undefined;
};

export function timingFlowOf(flow: PacketFlow): TimingFlow {
  const count = Math.min(flow.at.length, flow.bytes.length, MAX_PACKETS);
  const startedAt = (flow.at[0] ?? 0) / 1000 || 0;
  const at = new Float64Array(count);
  let latest = 0;
  for (let place = 0; place < count; place++) {
    // A capture may step back a little where a machine captures with several processors.
    latest = Math.max(latest, (flow.at[place] ?? 0) / 1000 - startedAt || 0);
    at[place] = latest;
  }
  return { at, startedAt, bytes: flow.bytes.subarray(0, count), spacing: spacingOf(at) };
}
