import type { Datagram } from "./packet";
import { type HeardKey, hearKey, looksLikeKey } from "./rtp-digits";
import type { PayloadFormat } from "./rtp-expected";
import { formatIn, type StreamFormat } from "./rtp-format";
import type { RtpHeader } from "./rtp-header";
import { countJitter, type Jitter, startJitter } from "./rtp-jitter";
import { countSequence, type SequenceCount, startSequence } from "./rtp-sequence";
import { hasByteForTick, type TagSigns, takeTagSign } from "./rtp-srtp-tag";
import type { MediaSecurity, RtpStream, StreamEnds } from "./rtp-stream";

/** A stream while it is measured. */
export type RtpTrack = StreamEnds & {
  ssrc: number;
  frame: number;
  startedAt: number;
  lastAt: number;
  packets: number;
  payloadBytes: number;
  sequence: SequenceCount;
  jitter: Jitter;
  formats: StreamFormat[];
  /** The entry of the latest packet. */
  format: StreamFormat;
  gaps: RtpStream["gaps"];
  gapMicroseconds: number;
  keys: HeardKey[];
  comfortNoisePackets: number;
  security: MediaSecurity | undefined;
  tag: TagSigns;
  srtpProfile: string | undefined;
  reported: NonNullable<RtpStream["reported"]> | undefined;
  isShortened: boolean;
};

/** What the signalling says of a payload type of the stream. */
export type AnnouncedFormat = (ends: StreamEnds, type: number) => PayloadFormat | undefined;

const GAP_MICROSECONDS = 1_000_000;
const MAX_GAPS = 100;

/** Begins with the first packet, which is counted too. */
export function startTrack(datagram: Datagram, header: RtpHeader, announced: AnnouncedFormat): RtpTrack {
  const formats: StreamFormat[] = [];
  const track: RtpTrack = {
    source: { address: datagram.source.address, port: datagram.source.port },
    destination: { address: datagram.destination.address, port: datagram.destination.port },
    ssrc: header.ssrc,
    frame: datagram.frame,
    startedAt: datagram.at,
    lastAt: datagram.at,
    packets: 0,
    payloadBytes: 0,
    sequence: startSequence(header.sequence),
    jitter: startJitter(),
    formats,
    format: formatIn(formats, header.payloadType, datagram, announced),
    gaps: [],
    gapMicroseconds: 0,
    keys: [],
    comfortNoisePackets: 0,
    security: undefined,
    tag: { bytes: 0, packets: 0 },
    srtpProfile: undefined,
    reported: undefined,
    isShortened: false,
  };
  countContent(track, datagram, header, false);
  return track;
}

/** Counts one more packet of the stream. */
export function countPacket(
  track: RtpTrack,
  datagram: Datagram,
  header: RtpHeader,
  announced: AnnouncedFormat,
): void {
  const silence = datagram.at - track.lastAt;
  if (silence > GAP_MICROSECONDS) noteGap(track, silence);
  if (silence > 0) track.lastAt = datagram.at;
  if (header.payloadType !== track.format.type) {
    track.format = formatIn(track.formats, header.payloadType, datagram, announced);
  }
  const step = countSequence(track.sequence, header.sequence);
  if (step === "restart") track.jitter.clockRate = 0;
  countContent(track, datagram, header, step === "duplicate" || step === "stray");
}

function noteGap(track: RtpTrack, microseconds: number): void {
  track.gapMicroseconds += microseconds;
  if (track.gaps.length < MAX_GAPS) track.gaps.push({ at: track.lastAt, seconds: microseconds / 1_000_000 });
  else track.isShortened = true;
}

function countContent(track: RtpTrack, datagram: Datagram, header: RtpHeader, isOutOfTime: boolean): void {
  const { format } = track;
  track.packets++;
  format.packets++;
  track.payloadBytes += header.payloadBytes;
  if (format.role === "noise") track.comfortNoisePackets++;
  if (!track.security) lookForTag(track, header);
  // RFC 4733 section 2.1: the packets of one key share a timestamp, so they say nothing about jitter.
  if (isKey(track, datagram, header)) hear(track, datagram, header);
  else if (!isOutOfTime) countJitter(track.jitter, datagram.at, header.timestamp, format.clockRate);
}

function lookForTag(track: RtpTrack, header: RtpHeader): void {
  const { clockRate, lastTimestamp } = track.jitter;
  if (clockRate === 0 || !hasByteForTick(track.format.codec)) return;
  if (takeTagSign(track.tag, header.payloadBytes, (header.timestamp - lastTimestamp) | 0))
    track.security = "srtp";
}

function isKey({ format, security }: RtpTrack, { bytes }: Datagram, header: RtpHeader): boolean {
  if (format.role === "event") return true;
  if (format.role !== "unknown" || (security !== undefined && security !== "none")) return false;
  return looksLikeKey(bytes, header.payloadStart, header.payloadBytes);
}

function hear(track: RtpTrack, { at, bytes }: Datagram, header: RtpHeader): void {
  if (track.security !== undefined && track.security !== "none") return;
  const { payloadType, timestamp, payloadStart: start } = header;
  if (!hearKey(track.keys, { at, payloadType, timestamp, bytes, start })) track.isShortened = true;
}
