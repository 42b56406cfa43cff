import type { FlowSummary } from "@/lib/captures/flows/packet-flow";

/** So many flows are shown at once. */
export const FLOWS_SHOWN = 200;

/** The flows that may best be a call: sound first, then by number of packets; of equals, the order of the capture. */
export function likeliestFlows(flows: readonly FlowSummary[], most = FLOWS_SHOWN): FlowSummary[] {
  const sound = (flow: FlowSummary) => (flow.ssrc === undefined ? 0 : 1);
  return [...flows].sort((a, b) => sound(b) - sound(a) || b.packets - a.packets).slice(0, most);
}
