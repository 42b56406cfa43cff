import type { CaptureSink } from "../capture-sink";
import type { Datagram, IpPacket } from "../packet";
import { u16, u32 } from "../recognise/big-endian";
import { emptyRtpHeader, readRtpHeader } from "../rtp-header";
import { createFlowLanes, type FlowLane, type RtpSource } from "./flow-lane";
import { countPacket, type FlowTrack, isOver, newTrack } from "./flow-track";
import { endWaiting, provenSource, takeUncertain } from "./rtp-waiting";
import { emptySeenPacket, type SeenPacket, see, seeHeader } from "./seen-packet";
import { bringsNew, newProgress } from "./tcp-progress";
import { createTrackBook } from "./track-book";

/** Sorts the packets of a capture into flows and counts them; lists and collections of flows are both made by it. */
export type FlowSorter = {
  sink: CaptureSink;
  /** All flows that hold packets, once the capture is over, the largest first. */
  end(): FlowTrack[];
  /** Flows that were forgotten, because too many were to be counted. */
  readonly leftOut: number;
};

type Listening = {
  tracked: number;
  /** A packet that was counted; the object is used again for the next one. */
  onPacket?(track: FlowTrack, packet: SeenPacket): void;
  onForgotten?(track: FlowTrack): void;
};

const tcpProtocol = 6;
const udpProtocol = 17;
const sctpProtocol = 132;

export function createFlowSorter({ tracked, onPacket, onForgotten }: Listening): FlowSorter {
  const lanes = createFlowLanes();
  const book = createTrackBook(tracked, {
    onTrack: (track) => onForgotten?.(track),
    onLane: lanes.remove,
  });
  const header = emptyRtpHeader();
  const seen = emptySeenPacket();

  function datagram(packet: Datagram): void {
    // Those of SCTP and WebSockets are counted as the packets that carried them.
    if (packet.transport !== "udp") return;
    const { source, destination, bytes, wireBytes } = packet;
    const lane = laneOf("udp", source, destination, udpProtocol);
    see(seen, packet, wireBytes, bytes.length < wireBytes);
    const isLikeRtp = (bytes[0] ?? 0) >> 6 === 2 && readRtpHeader(bytes, wireBytes, header);
    if (isLikeRtp) seeHeader(seen, header);
    const rtp = isLikeRtp ? provenSource(lane, header.ssrc) : undefined;
    if (rtp || (!isLikeRtp && !lane.waiting?.length)) deliver(lane, seen, rtp);
    else takeUncertain(lane, seen, deliver);
  }

  function ipPacket(packet: IpPacket): void {
    const held = packet.bytes.length - packet.contentStart;
    if (packet.protocol === udpProtocol) return;
    if (packet.protocol === tcpProtocol && held >= 14) takeTcp(packet);
    else if (packet.protocol === sctpProtocol && held >= 4) takeOther(packet, "sctp", 12);
    else takeOther(packet, "ip", 0);
  }

  /** A packet with a common header of so many bytes; ports stand first in it. */
  function takeOther(packet: IpPacket, protocol: "sctp" | "ip", headerBytes: number): void {
    const { bytes, contentStart, wireBytes } = packet;
    const hasPorts = protocol === "sctp";
    const lane = laneOf(
      protocol,
      { address: packet.source, port: hasPorts ? u16(bytes, contentStart) : 0 },
      { address: packet.destination, port: hasPorts ? u16(bytes, contentStart + 2) : 0 },
      packet.protocol,
    );
    see(seen, packet, Math.max(0, wireBytes - contentStart - headerBytes), bytes.length < wireBytes);
    deliver(lane, seen, undefined);
  }

  /** Only segments that bring something new are packets of a flow. */
  function takeTcp(packet: IpPacket): void {
    const { bytes, contentStart, wireBytes } = packet;
    const headerBytes = ((bytes[contentStart + 12] ?? 0) >> 4) * 4;
    const payloadBytes = wireBytes - contentStart - headerBytes;
    if (headerBytes < 20 || payloadBytes <= 0) return;
    const lane = laneOf(
      "tcp",
      { address: packet.source, port: u16(bytes, contentStart) },
      { address: packet.destination, port: u16(bytes, contentStart + 2) },
      tcpProtocol,
    );
    const sequence = u32(bytes, contentStart + 4);
    lane.tcp ??= newProgress(sequence);
    if (!bringsNew(lane.tcp, sequence, payloadBytes)) return;
    see(seen, packet, payloadBytes, bytes.length < wireBytes);
    deliver(lane, seen, undefined);
  }

  function laneOf(...ends: Parameters<typeof lanes.laneOf>): FlowLane {
    const lane = lanes.laneOf(...ends);
    // Every lane has at least one flow, so that the bound on flows is one on lanes.
    if (lane.tracks === 0) openPlain(lane);
    return lane;
  }

  function deliver(lane: FlowLane, packet: SeenPacket, source: RtpSource | undefined): void {
    const track = source ? rtpTrack(lane, source, packet.at) : plainTrack(lane, packet.at);
    countPacket(track, packet);
    if (track.packets === 2) book.settle(track);
    onPacket?.(track, packet);
  }

  function rtpTrack(lane: FlowLane, source: RtpSource, at: number): FlowTrack {
    const { track } = source;
    if (track && !isOver(track, at)) return track;
    source.ordinal += 1;
    source.track = newTrack(lane, source, source.ordinal);
    book.add(source.track);
    return source.track;
  }

  function plainTrack(lane: FlowLane, at: number): FlowTrack {
    const { plain } = lane;
    return plain && !isOver(plain, at) ? plain : openPlain(lane);
  }

  function openPlain(lane: FlowLane): FlowTrack {
    lane.plainOrdinal += 1;
    const track = newTrack(lane, undefined, lane.plainOrdinal);
    lane.plain = track;
    book.add(track);
    return track;
  }

  return {
    sink: { datagram, ipPacket, streamBytes() {}, streamGap() {}, streamEnd() {} },
    end() {
      for (const { lane } of book.all()) endWaiting(lane, deliver);
      return book
        .all()
        .filter(({ packets }) => packets > 0)
        .sort((one, other) => other.packets - one.packets || one.firstAt - other.firstAt);
    },
    get leftOut() {
      return book.leftOut;
    },
  };
}
