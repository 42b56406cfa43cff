// RTCP: RFC 3550 section 6. A compound packet is read as far as it is whole; what SRTCP has encrypted is not.
import { plainText, u16, u24, u32 } from "./recognise/big-endian";

/** What one datagram of RTCP says. */
export type RtcpCompound = {
  /** Whether the lengths add up; where they do not it is cut, broken or encrypted, or no RTCP after all. */
  isWhole: boolean;
  /** Sender's own counts (SR). */
  sent: { ssrc: number; packets: number; bytes: number }[];
  /** What receivers miss (the blocks of SR and RR). */
  missed: { ssrc: number; lost: number }[];
  /** CNAME and TOOL of the sources (SDES). */
  canonicalNames: string[];
  software: string[];
};

const SENDER_REPORT = 200;
const RECEIVER_REPORT = 201;
const SOURCE_DESCRIPTION = 202;
const HIGHEST_TYPE = 207;
const BLOCK_BYTES = 24;
const MAX_PACKETS = 32;

/** Whether the second byte is one of RTCP's, where RTP and RTCP share a port (RFC 5761 section 4). */
export function isRtcpType(second: number): boolean {
  return second >= 192 && second <= 223;
}

/**
 * Reads a datagram that may be RTCP; nothing when it is not. `wireBytes` is its length before the capture cut it.
 * Only a compound that is whole is read, or its first packets when the capture cut it.
 */
export function readRtcp(bytes: Uint8Array, wireBytes: number): RtcpCompound | undefined {
  if (!isRtcpPacket(bytes, 0, wireBytes)) return undefined;
  const starts = packetStarts(bytes, wireBytes);
  const isWhole = starts !== undefined;
  const compound: RtcpCompound = { isWhole, sent: [], missed: [], canonicalNames: [], software: [] };
  for (const start of starts ?? []) readPacket(bytes, start, compound);
  return compound;
}

function isRtcpPacket(bytes: Uint8Array, at: number, wireBytes: number): boolean {
  const type = bytes[at + 1] ?? 0;
  if (at + 8 > bytes.length || (bytes[at] ?? 0) >> 6 !== 2) return false;
  if (type < SENDER_REPORT || type > HIGHEST_TYPE) return false;
  return at + packetBytes(bytes, at) <= wireBytes && packetBytes(bytes, at) >= leastBytes(bytes, at);
}

function packetBytes(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at + 2) + 1) * 4;
}

function leastBytes(bytes: Uint8Array, at: number): number {
  const count = (bytes[at] ?? 0) & 0x1f;
  const type = bytes[at + 1] ?? 0;
  if (type === SENDER_REPORT) return 28 + count * BLOCK_BYTES;
  return type === RECEIVER_REPORT ? 8 + count * BLOCK_BYTES : 4;
}

function packetStarts(bytes: Uint8Array, wireBytes: number): number[] | undefined {
  const starts: number[] = [];
  let at = 0;
  while (at < wireBytes && (at + 4 <= bytes.length || bytes.length === wireBytes)) {
    if (starts.length >= MAX_PACKETS || (bytes[at] ?? 0) >> 6 !== 2) return undefined;
    const size = packetBytes(bytes, at);
    if (at + size > wireBytes || size < leastBytes(bytes, at)) return undefined;
    if (at + size <= bytes.length) starts.push(at);
    at += size;
  }
  return starts;
}

function readPacket(bytes: Uint8Array, at: number, compound: RtcpCompound): void {
  const type = bytes[at + 1];
  if (type === SENDER_REPORT) {
    compound.sent.push({
      ssrc: u32(bytes, at + 4),
      packets: u32(bytes, at + 20),
      bytes: u32(bytes, at + 24),
    });
    readBlocks(bytes, at, at + 28, compound);
  }
  if (type === RECEIVER_REPORT) readBlocks(bytes, at, at + 8, compound);
  if (type === SOURCE_DESCRIPTION) readDescription(bytes, at, compound);
}

function readBlocks(bytes: Uint8Array, at: number, first: number, { missed }: RtcpCompound): void {
  const count = (bytes[at] ?? 0) & 0x1f;
  for (let block = 0; block < count; block++) {
    const start = first + block * BLOCK_BYTES;
    // The count is signed, 24 bits long: duplicates can outnumber the missing.
    missed.push({ ssrc: u32(bytes, start), lost: (u24(bytes, start + 5) << 8) >> 8 });
  }
}

/** Section 6.5: chunks of items, each chunk ended by a zero byte and filled up to four bytes. */
function readDescription(bytes: Uint8Array, start: number, compound: RtcpCompound): void {
  const end = start + packetBytes(bytes, start);
  let at = start + 8;
  while (at + 2 <= end) {
    const type = bytes[at] ?? 0;
    if (type === 0) {
      at = start + ((at - start) & ~3) + 4 + 4;
      continue;
    }
    const length = bytes[at + 1] ?? 0;
    const text = at + 2 + length <= end ? plainText(bytes, at + 2, at + 2 + length) : "";
    if (text && type === 1) compound.canonicalNames.push(text);
    if (text && type === 6) compound.software.push(text);
    at += 2 + length;
  }
}
