import type { ByteOrder } from "./byte-order";

/** An interface of a pcapng section (draft-ietf-opsawg-pcapng section 4.2). */
export type CaptureInterface = {
  linkType: number;
  /** 0 when packets are not cut. */
  snapBytes: number;
  ticksPerSecond: number;
  offsetSeconds: number;
};

const optionEnd = 0;
const optionResolution = 9;
const optionTimeOffset = 14;

/** Reads an interface description block; `end` is where its trailing length stands. */
export function readInterface(
  buffer: Buffer,
  start: number,
  end: number,
  order: ByteOrder,
): CaptureInterface {
  const found = { ticksPerSecond: 1_000_000, offsetSeconds: 0 };
  let at = start + 16;
  while (at + 4 <= end) {
    const code = order.u16(buffer, at);
    const length = order.u16(buffer, at + 2);
    if (code === optionEnd || at + 4 + length > end) break;
    if (code === optionResolution && length >= 1) found.ticksPerSecond = ticksPerSecond(buffer[at + 4] ?? 6);
    if (code === optionTimeOffset && length >= 8) found.offsetSeconds = Number(order.i64(buffer, at + 4));
    at += 4 + length + (-length & 3);
  }
  return { linkType: order.u16(buffer, start + 8), snapBytes: order.u32(buffer, start + 12), ...found };
}

/** if_tsresol: a negative power of 10, or of 2 when the highest bit is set. */
function ticksPerSecond(resolution: number): number {
  return (resolution & 0x80 ? 2 : 10) ** (resolution & 0x7f);
}

/** Microseconds since 1970 of a 64-bit time that came in two halves. */
export function microseconds(from: CaptureInterface, high: number, low: number): number {
  const { ticksPerSecond: perSecond, offsetSeconds } = from;
  const offset = offsetSeconds * 1_000_000;
  if (perSecond === 1_000_000) return high * 0x1_0000_0000 + low + offset;
  return (perSecond < 2 ** 36 ? dividedByHand(high, low, perSecond) : plain(high, low, perSecond)) + offset;
}

/** Long division in 16-bit digits, for a double has no room for nanoseconds since 1970. */
function dividedByHand(high: number, low: number, perSecond: number): number {
  const middle = (high % perSecond) * 0x1_0000 + (low >>> 16);
  const lowest = (middle % perSecond) * 0x1_0000 + (low & 0xffff);
  const seconds =
    (Math.floor(high / perSecond) * 0x1_0000 + Math.floor(middle / perSecond)) * 0x1_0000 +
    Math.floor(lowest / perSecond);
  return seconds * 1_000_000 + ((lowest % perSecond) * 1_000_000) / perSecond;
}

/** Finer ticks than 2^36 a second: 64 bits of them reach no further than eight years, which a double holds well enough. */
function plain(high: number, low: number, perSecond: number): number {
  return ((high * 0x1_0000_0000 + low) / perSecond) * 1_000_000;
}
