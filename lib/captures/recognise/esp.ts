// ESP: RFC 4303 section 2, by itself or in UDP (RFC 3948).
import type { IpPacket } from "../packet";
import { hex, u16, u32 } from "./big-endian";

export const ESP_PROTOCOL = 50;

export type EspHeader = { spi: string; sequence: number };

/** Numbers up to 255 are kept by IANA (section 2.1). */
const LEAST_SPI = 256;

export function readEsp(bytes: Uint8Array, at: number): EspHeader | undefined {
  if (bytes.length < at + 8 || u32(bytes, at) < LEAST_SPI) return undefined;
  return { spi: hex(bytes, at, at + 4), sequence: u32(bytes, at + 4) };
}

/** Reads the ESP header that a whole IP packet holds. */
export function readEspOfIp({ bytes, protocol }: IpPacket): EspHeader | undefined {
  return protocol === ESP_PROTOCOL ? readEsp(bytes, payloadStart(bytes)) : undefined;
}

const MAX_EXTENSIONS = 8;

/** RFC 8200 section 4: extension headers stand before the payload; the authentication header counts in fours. */
function payloadStart(bytes: Uint8Array): number {
  if ((bytes[0] ?? 0) >> 4 === 4) return ((bytes[0] ?? 0) & 0x0f) * 4;
  let next = bytes[6] ?? 0;
  let at = 40;
  for (let count = 0; next !== ESP_PROTOCOL && count < MAX_EXTENSIONS; count++) {
    const words = bytes[at + 1] ?? 0;
    const isAuthentication = next === 51;
    const isFragment = next === 44;
    next = bytes[at] ?? 0;
    at += isFragment ? 8 : isAuthentication ? (words + 2) * 4 : (words + 1) * 8;
  }
  return at;
}

/** Whether a sequence number follows another closely, as those of one sender do. */
export function followsClosely(before: number, after: number): boolean {
  const step = (after - before) >>> 0;
  return step > 0 && step < 1024;
}

/** RFC 3948 section 2.3: one byte that keeps a NAT open. */
export function isNatKeepalive(bytes: Uint8Array): boolean {
  return bytes.length === 1 && u16(bytes, 0) === 0xff00;
}
