import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { Endpoint } from "@/lib/captures/packet";
import { texts } from "@/lib/platform/texts";

/** A place as it is written; port 0 stands for packets without ports. */
export function endpointText({ address, port }: Endpoint): string {
  if (port === 0) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

/** RFC 3550 section 8: a source is a number of 32 bits, written as analysers do. */
export function sourceText(ssrc: number): string {
  return `0x${ssrc.toString(16).padStart(8, "0")}`;
}

export function flowSeconds({ firstAt, lastAt }: Pick<FlowSummary, "firstAt" | "lastAt">): string {
  return ((lastAt - firstAt) / 1_000_000).toFixed(1);
}

/** "from 192.0.2.1:4000 to 198.51.100.2:5000". */
export function wayText({ source, destination }: FlowSummary): string {
  return texts("tracking.flows")("fromTo", { from: endpointText(source), to: endpointText(destination) });
}

export function kindText(flow: FlowSummary): string {
  const words = texts("tracking.flows");
  if (flow.ssrc !== undefined) return words("rtp");
  return words("noRtp", { protocol: texts("tracking.flowProtocols")(flow.protocol) });
}

/** What a flow is and how long, in a line. */
export function flowFacts(flow: FlowSummary): string {
  const words = texts("tracking.flows");
  const facts = { kind: kindText(flow), packets: flow.packets, seconds: flowSeconds(flow) };
  if (flow.medianGapMs === undefined) return words("short", facts);
  return words("shortSpacing", { ...facts, spacing: spacingText(flow.medianGapMs) });
}

export function spacingText(milliseconds: number): string {
  return milliseconds < 100 ? milliseconds.toFixed(1) : milliseconds.toFixed(0);
}
