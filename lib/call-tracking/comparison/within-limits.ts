import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { ComparisonFinding } from "./comparison-result";

/** What is compared at most; what is beyond is left out, and told. */
export const comparisonLimits = { candidates: 10_000, packetsOfFlow: 1_000_000 };
export type ComparisonLimits = typeof comparisonLimits;

/**
 * The candidates that are compared, in an order that does not depend on the one given: those with most packets where there
 * are too many. Of a longer flow the first packets are taken, as a view without copying.
 */
export function withinLimits(flows: readonly PacketFlow[], limits: ComparisonLimits): PacketFlow[] {
  return [...flows]
    .sort(byLengthAndName)
    .slice(0, limits.candidates)
    .map((flow) => firstPackets(withTimes(flow), limits.packetsOfFlow));
}

/** What the limits, of this comparison and of the reader before it, left out of the flows that are compared. */
export function limitFindings(compared: readonly PacketFlow[], flowsLeftOut: number): ComparisonFinding[] {
  const findings: ComparisonFinding[] = [];
  if (flowsLeftOut > 0) findings.push({ code: "FLOWS_LEFT_OUT", count: flowsLeftOut });
  const beyond = compared.reduce((sum, flow) => sum + packetsLeftOut(flow), 0);
  if (beyond > 0) findings.push({ code: "PACKETS_LEFT_OUT", count: beyond });
  return findings;
}

/** Packets that the capture holds of a flow and that are not compared. */
export function packetsLeftOut({ at, summary }: PacketFlow): number {
  return Math.max(0, summary.packets - at.length);
}

function byLengthAndName(one: PacketFlow, other: PacketFlow): number {
  return other.at.length - one.at.length || compareTexts(one.summary.id, other.summary.id);
}

/** By UTF-16 code units, the same on every machine, unlike a locale's order. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Packets whose time is no number cannot be compared, and would spoil every sum. */
function withTimes(flow: PacketFlow): PacketFlow {
  if (flow.at.every(Number.isFinite)) return flow;
  const hasTime = (_: number, place: number) => Number.isFinite(flow.at[place]);
  return {
    summary: flow.summary,
    at: flow.at.filter(hasTime),
    bytes: flow.bytes.filter(hasTime),
    sequence: flow.sequence?.filter(hasTime),
    mediaTime: flow.mediaTime?.filter(hasTime),
  };
}

function firstPackets(flow: PacketFlow, most: number): PacketFlow {
  if (flow.at.length <= most) return flow;
  return {
    summary: flow.summary,
    at: flow.at.subarray(0, most),
    bytes: flow.bytes.subarray(0, most),
    sequence: flow.sequence?.subarray(0, most),
    mediaTime: flow.mediaTime?.subarray(0, most),
  };
}
