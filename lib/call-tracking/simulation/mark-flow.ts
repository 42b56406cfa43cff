import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { markDelays } from "../watermark/mark-delays";
import type { Watermark } from "../watermark/watermark";
import { buildFlow } from "./build-flow";

/** The flow as it leaves the marking point. */
export function markFlow(flow: PacketFlow, watermark: Watermark): PacketFlow {
  const delays = markDelays(flow, watermark);
  const { summary, ...packets } = flow;
  return buildFlow({ ...packets, at: flow.at.map((at, place) => at + (delays[place] ?? 0)) }, summary);
}
