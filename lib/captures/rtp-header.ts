// The fixed header of RTP (RFC 3550 section 5.1).
import { u16, u32 } from "./recognise/big-endian";

export type RtpHeader = {
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** Place of the payload, and its length on the wire without padding. */
  payloadStart: number;
  payloadBytes: number;
};

export function emptyRtpHeader(): RtpHeader {
  return { payloadType: 0, sequence: 0, timestamp: 0, ssrc: 0, payloadStart: 0, payloadBytes: 0 };
}

const FIXED_BYTES = 12;

/**
 * Reads the header into `header`, which is used again for each packet; whether the bytes can be RTP at all.
 * `wireBytes` is the length of the datagram before the capture cut it.
 */
export function readRtpHeader(bytes: Uint8Array, wireBytes: number, header: RtpHeader): boolean {
  const first = bytes[0] ?? 0;
  if (bytes.length < FIXED_BYTES || first >> 6 !== 2) return false;
  const payloadType = (bytes[1] ?? 0) & 0x7f;
  if (isKeptFromRtp(payloadType)) return false;
  const start = payloadStart(bytes, first);
  if (start > wireBytes) return false;
  header.payloadType = payloadType;
  header.sequence = u16(bytes, 2);
  header.timestamp = u32(bytes, 4);
  header.ssrc = u32(bytes, 8);
  header.payloadStart = start;
  header.payloadBytes = wireBytes - start - paddingOf(bytes, wireBytes, start);
  return true;
}

/** RFC 5761 section 4: with the marker bit these would be RTCP packet types. */
function isKeptFromRtp(payloadType: number): boolean {
  return payloadType >= 64 && payloadType < 96;
}

function payloadStart(bytes: Uint8Array, first: number): number {
  const afterSources = FIXED_BYTES + (first & 0x0f) * 4;
  if ((first & 0x10) === 0) return afterSources;
  return afterSources + 4 + u16(bytes, afterSources + 2) * 4;
}

function paddingOf(bytes: Uint8Array, wireBytes: number, start: number): number {
  if (((bytes[0] ?? 0) & 0x20) === 0 || bytes.length < wireBytes) return 0;
  const padding = bytes[wireBytes - 1] ?? 0;
  return start + padding <= wireBytes ? padding : 0;
}
