import type { CaptureFindings } from "../capture-findings";
import { holds } from "../layers/layer";
import type { PacketInHand } from "../packet-in-hand";

/** A TCP segment; `bytes` is a view of the packet until the segment has to wait. */
export type Segment = {
  /** Sequence number of the first byte of `bytes`. */
  sequence: number;
  bytes: Buffer;
  /** Content that the capture cut off. */
  cutBytes: number;
  isFirst: boolean;
  isLast: boolean;
  isReset: boolean;
  at: number;
  frame: number;
  /** Place of `bytes` in the capture file; -1 when they were pieced together. */
  fileOffset: number;
};

const fin = 1;
const syn = 2;
const reset = 4;

/** RFC 9293 section 3.1. None when the header is not whole. */
export function readSegment(packet: PacketInHand, findings: CaptureFindings): Segment | undefined {
  if (!holds(packet, 20, findings)) return undefined;
  const { buffer, start, end, at, frame, fileOffset } = packet;
  const headerBytes = ((buffer[start + 12] ?? 0) >> 4) * 4;
  if (headerBytes < 20) findings.note("PACKET_LENGTH_WRONG", frame);
  if (headerBytes < 20 || !holds(packet, headerBytes, findings)) return undefined;
  packet.sourcePort = buffer.readUInt16BE(start);
  packet.destinationPort = buffer.readUInt16BE(start + 2);
  const flags = buffer[start + 13] ?? 0;
  const isFirst = (flags & syn) !== 0;
  return {
    // Section 3.4: SYN takes a sequence number of its own, before the first byte.
    sequence: (buffer.readUInt32BE(start + 4) + (isFirst ? 1 : 0)) >>> 0,
    bytes: buffer.subarray(start + headerBytes, end),
    cutBytes: packet.cutBytes,
    isFirst,
    isLast: (flags & fin) !== 0,
    isReset: (flags & reset) !== 0,
    at,
    frame,
    fileOffset: fileOffset < 0 ? -1 : fileOffset + start + headerBytes,
  };
}

/** How far `sequence` lies beyond `from`; negative when before it (RFC 9293 section 3.4: numbers wrap around). */
export function distance(sequence: number, from: number): number {
  return (sequence - from) | 0;
}

/** No usual window holds more, so what lies further back is no retransmission. */
export const furthestBack = 4_194_304;

/** The segment without its first bytes. */
export function withoutFirst(segment: Segment, bytes: number): Segment {
  const fileOffset = segment.fileOffset < 0 ? -1 : segment.fileOffset + bytes;
  const sequence = (segment.sequence + bytes) >>> 0;
  return { ...segment, sequence, bytes: segment.bytes.subarray(bytes), fileOffset };
}
