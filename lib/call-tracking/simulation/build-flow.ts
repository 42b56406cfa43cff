import type { FlowAddress, FlowSummary, PacketFlow } from "@/lib/captures/flows/packet-flow";
import { medianInPlace } from "../watermark/median";

/** A flow of these packets with its summary. `sequence` and `mediaTime` only where headers are readable. */
export function buildFlow(packets: Omit<PacketFlow, "summary">, address: FlowAddress): PacketFlow {
  return { ...packets, summary: summaryOf(packets, address) };
}

function summaryOf({ at, bytes }: Omit<PacketFlow, "summary">, address: FlowAddress): FlowSummary {
  const { protocol, source, destination, ssrc } = address;
  const gaps = at.subarray(1).map((time, place) => (time - (at[place] ?? 0)) / 1000);
  return {
    protocol,
    source,
    destination,
    ssrc,
    id: `${protocol} ${placeOf(source)} > ${placeOf(destination)}${ssrc === undefined ? "" : ` ssrc ${hexOf(ssrc)}`}`,
    packets: at.length,
    payloadBytes: bytes.reduce((sum, size) => sum + size, 0),
    firstAt: at[0] ?? 0,
    lastAt: at.at(-1) ?? 0,
    medianGapMs: at.length < 3 ? undefined : medianInPlace(gaps, gaps.length),
    cutPackets: 0,
  };
}

function placeOf({ address, port }: FlowAddress["source"]): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

function hexOf(ssrc: number): string {
  return ssrc.toString(16).padStart(8, "0");
}
