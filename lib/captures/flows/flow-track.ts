import type { FlowLane, RtpSource } from "./flow-lane";
import { type GapSample, medianGapMs, noGaps, takeGap } from "./gap-sample";
import type { KeptPackets } from "./kept-packets";
import type { FlowProtocol, FlowSummary } from "./packet-flow";
import type { SeenPacket } from "./seen-packet";

/** A flow while the capture is read. */
export type FlowTrack = {
  lane: FlowLane;
  /** Where it is RTP. */
  source: RtpSource | undefined;
  /** 1, and one more after each silence. */
  ordinal: number;
  packets: number;
  payloadBytes: number;
  firstAt: number;
  lastAt: number;
  cutPackets: number;
  gaps: GapSample | undefined;
  payloadType: number;
  /** Votes by which the payload type leads (Boyer and Moore's majority vote). */
  payloadLead: number;
  /** null when nobody wants its packets. */
  kept: KeptPackets | null | undefined;
  /** Its place in the book of all flows. */
  isSettled: boolean;
  older: FlowTrack | undefined;
  newer: FlowTrack | undefined;
};

export function newTrack(lane: FlowLane, source: RtpSource | undefined, ordinal: number): FlowTrack {
  return {
    lane,
    source,
    ordinal,
    packets: 0,
    payloadBytes: 0,
    firstAt: 0,
    lastAt: 0,
    cutPackets: 0,
    gaps: undefined,
    payloadType: 0,
    payloadLead: 0,
    kept: undefined,
    isSettled: false,
    older: undefined,
    newer: undefined,
  };
}

export function countPacket(track: FlowTrack, packet: SeenPacket): void {
  if (track.packets === 0) track.firstAt = track.lastAt = packet.at;
  else {
    track.gaps ??= noGaps();
    takeGap(track.gaps, packet.at - track.lastAt);
  }
  track.packets += 1;
  track.payloadBytes += packet.bytes;
  track.lastAt = Math.max(track.lastAt, packet.at);
  if (packet.isCut) track.cutPackets += 1;
  if (track.source) votePayloadType(track, packet.payloadType);
}

/** Tones and comfort noise have types of their own, so the first packet does not speak for the flow. */
function votePayloadType(track: FlowTrack, type: number): void {
  if (track.payloadLead === 0) track.payloadType = type;
  track.payloadLead += track.payloadType === type ? 1 : -1;
}

const silenceMicroseconds = 60_000_000;

/** Whether a packet at this time begins another flow; a clock that was set back by as much does so too. */
export function isOver({ packets, lastAt }: FlowTrack, at: number): boolean {
  return packets > 0 && Math.abs(at - lastAt) >= silenceMicroseconds;
}

/** "udp 192.0.2.1:4000 > 198.51.100.2:5000 ssrc 1a2b3c4d #2". */
export function flowId({ lane, source: rtp, ordinal }: FlowTrack): string {
  const { protocol, source, destination } = lane;
  const ends = `${placeText(protocol, source)} > ${placeText(protocol, destination)}`;
  const number = protocol === "ip" ? ` protocol ${lane.ipProtocol}` : "";
  const ssrc = rtp ? ` ssrc ${rtp.ssrc.toString(16).padStart(8, "0")}` : "";
  return `${protocol} ${ends}${number}${ssrc}${ordinal > 1 ? ` #${ordinal}` : ""}`;
}

function placeText(protocol: FlowProtocol, { address, port }: { address: string; port: number }): string {
  if (protocol === "ip") return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

const fewestForMedian = 3;

export function flowSummary(track: FlowTrack): FlowSummary {
  const { lane, packets, payloadBytes, firstAt, lastAt, cutPackets, gaps, payloadType } = track;
  const { protocol, source, destination, ipProtocol } = lane;
  const median = gaps && packets >= fewestForMedian ? medianGapMs(gaps) : undefined;
  return {
    id: flowId(track),
    protocol,
    source,
    destination,
    ...(protocol === "ip" && { ipProtocol }),
    ...(track.source && { ssrc: track.source.ssrc, payloadType }),
    packets,
    payloadBytes,
    firstAt,
    lastAt,
    ...(median !== undefined && { medianGapMs: median }),
    cutPackets,
  };
}
