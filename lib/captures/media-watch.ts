import type { Datagram, IpPacket, StreamPiece, TcpFlow } from "./packet";
import { u16 } from "./recognise/big-endian";
import { createTcpWatch } from "./recognise/tcp-watch";
import { createUdpWatch, seenAs } from "./recognise/udp-watch";
import { isRtcpType, readRtcp } from "./rtcp";
import { isBesideMedia, noteReports } from "./rtcp-reports";
import type { ExpectedMedia } from "./rtp-expected";
import type { RtpStream } from "./rtp-stream";
import { rtpStreamOf } from "./rtp-summary";
import { createRtpTable } from "./rtp-table";
import type { RtpTrack } from "./rtp-track";
import type { Sighting } from "./sighting";
import { addDetail, createSightingBook } from "./sighting-book";

/** Bounds of what is remembered; what passes them is left out and told by `isShortened`. */
export type MediaLimits = {
  /** Streams at one time. A stream leaves when its calls have taken it. */
  streams: number;
  /** Sources of RTP-like packets that are not yet known to be a stream. */
  suspects: number;
  /** Announced places of media at one time. */
  expectations: number;
  sightings: number;
  /** TCP flows looked into at one time. */
  flows: number;
};

export const usualMediaLimits: MediaLimits = {
  streams: 50_000,
  suspects: 4_096,
  expectations: 200_000,
  sightings: 5_000,
  flows: 4_096,
};

export type MediaFound = { streams: RtpStream[]; sightings: Sighting[]; isShortened: boolean };

/** Watches what is not SIP: measures RTP, recognises the rest. Never throws; bytes are not kept. */
export type MediaWatch = {
  /** Takes a datagram that is not SIP; whether it was known for something else. */
  datagram(datagram: Datagram): boolean;
  /** Takes the next bytes of a TCP flow that is not SIP; whether they were known for something else. */
  streamBytes(piece: StreamPiece): boolean;
  streamGap(flow: TcpFlow, at: number): void;
  streamEnd(flow: TcpFlow, at: number): void;
  ipPacket(packet: IpPacket): void;
  /** Media that the signalling of a call announces. May be told again, and more than once for a call. */
  expect(media: ExpectedMedia): void;
  /**
   * The streams to and from the places that `call` announced, seen between its first announcement and `until`
   * (microseconds; the end when absent), in the order in which they began; then forgets the announcements of the call.
   * A stream that several calls announced (a proxy between them) is given to each.
   */
  takeStreams(call: number, until?: number): RtpStream[];
  /** Streams that no call took, and everything sighted. */
  end(): MediaFound;
};

export function createMediaWatch(limits: Partial<MediaLimits> = {}): MediaWatch {
  const bounds = { ...usualMediaLimits, ...limits };
  const book = createSightingBook(bounds.sightings);
  const table = createRtpTable(bounds);
  const udp = createUdpWatch(book, bounds.flows, {
    onSrtp: (datagram) => table.secure(datagram, "srtp-dtls"),
    onZrtp: (datagram) => table.secure(datagram, "zrtp"),
  });
  const tcp = createTcpWatch(book, bounds.flows);

  function datagram(packet: Datagram): boolean {
    const first = packet.bytes[0] ?? 0;
    if (udp.byPort(packet)) return true;
    if (first >> 6 === 2) return takeMedia(packet);
    return (first >> 6 === 1 && takeRelayed(packet)) || udp.byFirstByte(packet);
  }

  function takeMedia(packet: Datagram): boolean {
    if (isRtcpType(packet.bytes[1] ?? 0)) return takeRtcp(packet);
    return table.take(packet) || udp.iax2(packet);
  }

  function takeRtcp(packet: Datagram): boolean {
    const compound = readRtcp(packet.bytes, packet.wireBytes);
    if (!compound || !(compound.isWhole || isBesideMedia(packet, table))) return false;
    noteReports(packet, compound, table);
    const sighting = book.note(seenAs("rtcp", packet));
    for (const name of compound.canonicalNames) addDetail(sighting, "canonical-name", name);
    for (const name of compound.software) addDetail(sighting, "software", name);
    return true;
  }

  /** RFC 8656 section 12.4: what a TURN relay carries, after a channel number and a length. */
  function takeRelayed(packet: Datagram): boolean {
    const inner = channelData(packet);
    return inner !== undefined && (inner.bytes[0] ?? 0) >> 6 === 2 && takeMedia(inner);
  }

  function streamOf(track: RtpTrack): RtpStream {
    const stream = rtpStreamOf(track);
    noteEncrypted(stream, track.srtpProfile);
    return stream;
  }

  function noteEncrypted({ source, destination, startedAt, ...stream }: RtpStream, profile?: string): void {
    if (stream.security === undefined || stream.security === "none") return;
    const seen = { protocol: "srtp" as const, source, destination, at: startedAt, frame: stream.frame ?? 0 };
    const sighting = book.note(seen);
    if (!sighting) return;
    sighting.packets += stream.packets - 1;
    sighting.endedAt = Math.max(sighting.endedAt, stream.endedAt);
    addDetail(sighting, "srtp-profile", profile);
  }

  function end(): MediaFound {
    const streams = table.untaken().map(streamOf);
    udp.end();
    tcp.end();
    return { streams, sightings: book.all(), isShortened: table.isShortened() || book.isShortened() };
  }

  return {
    datagram,
    streamBytes: tcp.take,
    streamGap: tcp.forget,
    streamEnd: tcp.forget,
    ipPacket: udp.ipPacket,
    expect: table.expect,
    takeStreams: (call, until = Number.POSITIVE_INFINITY) => table.takeStreams(call, until).map(streamOf),
    end,
  };
}

const CHANNEL_HEADER_BYTES = 4;

function channelData(packet: Datagram): Datagram | undefined {
  const { bytes } = packet;
  const length = u16(bytes, 2);
  const room = packet.wireBytes - CHANNEL_HEADER_BYTES - length;
  // Over UDP the padding up to four bytes may be there or not.
  if (bytes.length < CHANNEL_HEADER_BYTES || room < 0 || room > 3) return undefined;
  const inner = bytes.subarray(CHANNEL_HEADER_BYTES, CHANNEL_HEADER_BYTES + length);
  return { ...packet, bytes: inner, wireBytes: length };
}
