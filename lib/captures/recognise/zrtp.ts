// ZRTP: RFC 6189 section 5, which makes keys within the media itself.
import type { SightingDetail } from "../sighting";
import { plainText, u16, u32 } from "./big-endian";

export type ZrtpMessage = {
  /** Whether both sides have agreed on keys. */
  isConfirmed: boolean;
  details: SightingDetail[];
};

const COOKIE = 0x5a52_5450;
const HEADER_BYTES = 12;
const PREAMBLE = 0x505a;

/** Reads a datagram that may be ZRTP; nothing when it is not. */
export function readZrtp(bytes: Uint8Array): ZrtpMessage | undefined {
  if (bytes.length < HEADER_BYTES + 12 || (bytes[0] ?? 0) >> 4 !== 1 || u32(bytes, 4) !== COOKIE)
    return undefined;
  if (u16(bytes, HEADER_BYTES) !== PREAMBLE) return undefined;
  const type = plainText(bytes, HEADER_BYTES + 4, HEADER_BYTES + 12).trimEnd();
  const details = type === "Hello" ? helloDetails(bytes) : [];
  return { isConfirmed: type === "Confirm2" || type === "Conf2ACK", details };
}

function helloDetails(bytes: Uint8Array): SightingDetail[] {
  const version = plainText(bytes, HEADER_BYTES + 12, HEADER_BYTES + 16).trim();
  const software = plainText(bytes, HEADER_BYTES + 16, HEADER_BYTES + 32).trim();
  const details: SightingDetail[] = [
    { name: "version", value: version },
    { name: "software", value: software },
  ];
  return details.filter(({ value }) => value !== "");
}
