import type { CaptureSink } from "../capture-sink";
import type { FlowFinding } from "./flow-finding";
import { defaultFlowLimits, type FlowLimits } from "./flow-limits";
import { createFlowSorter } from "./flow-sorter";
import { type FlowTrack, flowId, flowSummary } from "./flow-track";
import { createKeptPackets, type KeptPackets } from "./kept-packets";
import type { PacketFlow } from "./packet-flow";
import type { SeenPacket } from "./seen-packet";

/** Keeps times, sizes and RTP numbers of the packets of chosen flows. */
export type FlowCollector = {
  sink: CaptureSink;
  /** Call once, after the reader's end. The flows with most packets first. */
  end(): { flows: PacketFlow[]; findings: FlowFinding[] };
};

/**
 * `wanted` holds ids as the lister gave them for the same capture with the same limits. FLOW_CUT: packets of the flow
 * named beyond the limit for one flow; PACKETS_LEFT_OUT: packets of all flows beyond the limit for all;
 * FLOWS_LEFT_OUT: wanted flows that were not kept. Summaries count all packets, kept or not.
 */
export function createFlowCollector(
  wanted: ReadonlySet<string> | "all",
  limits: Partial<FlowLimits> = {},
): FlowCollector {
  const bounds = { ...defaultFlowLimits, ...limits };
  const sorter = createFlowSorter({ tracked: bounds.tracked, onPacket, onForgotten });
  let kept = 0;
  let leftOut = 0;
  let forgotten = 0;

  function keptOf(track: FlowTrack): KeptPackets | null {
    if (track.kept !== undefined) return track.kept;
    const isWanted = wanted === "all" || wanted.has(flowId(track));
    track.kept = isWanted ? createKeptPackets(track.source !== undefined) : null;
    return track.kept;
  }

  function onPacket(track: FlowTrack, packet: SeenPacket): void {
    const packets = keptOf(track);
    if (!packets) return;
    if (packets.packets >= bounds.packetsPerFlow) packets.leftOut += 1;
    else if (kept >= bounds.packets) leftOut += 1;
    else {
      packets.add(packet);
      kept += 1;
    }
  }

  function onForgotten({ kept: packets }: FlowTrack): void {
    if (!packets) return;
    kept -= packets.packets;
    forgotten += 1;
  }

  function findingsOf(flows: readonly FlowTrack[], notGiven: number): FlowFinding[] {
    const findings: FlowFinding[] = [];
    for (const track of flows) {
      const count = track.kept?.leftOut ?? 0;
      if (count > 0) findings.push({ code: "FLOW_CUT", count, flow: flowId(track) });
    }
    if (leftOut > 0) findings.push({ code: "PACKETS_LEFT_OUT", count: leftOut });
    const flowsLeftOut = notGiven + (wanted === "all" ? sorter.leftOut : forgotten);
    if (flowsLeftOut > 0) findings.push({ code: "FLOWS_LEFT_OUT", count: flowsLeftOut });
    return findings;
  }

  function end(): { flows: PacketFlow[]; findings: FlowFinding[] } {
    const tracks = sorter.end().filter(({ kept: packets }) => packets);
    const given = tracks.slice(0, bounds.listed);
    const findings = findingsOf(given, tracks.length - given.length);
    return { flows: given.flatMap(takeFlow), findings };
  }

  return { sink: sorter.sink, end };
}

/** The larger arrays it grew in are let go at once. */
function takeFlow(track: FlowTrack): PacketFlow[] {
  const { kept } = track;
  track.kept = null;
  return kept ? [kept.flow(flowSummary(track))] : [];
}
