// Keys pressed during a call: RFC 4733 (and RFC 2833 before it).
import { u16 } from "./recognise/big-endian";
import type { RtpStream } from "./rtp-stream";

/** A key as its packets tell so far. Each packet repeats the whole, and the last one comes three times. */
export type HeardKey = {
  at: number;
  event: number;
  payloadType: number;
  timestamp: number;
  /** Ticks of the segments before this one (section 2.5.1.3), and of this one. */
  ticksBefore: number;
  ticks: number;
  hasEnded: boolean;
  packets: number;
};

const KEYS = "0123456789*#ABCD";
const EVENT_BYTES = 4;
const MAX_KEYS = 256;
/** Packets of one event before it is believed where no session description announced the payload type. */
const SURE_PACKETS = 3;
const USUAL_CLOCK_RATE = 8000;

/** Whether a payload that nothing announced has the form of a key: four bytes, a known event, the reserved bit clear. */
export function looksLikeKey(bytes: Uint8Array, start: number, payloadBytes: number): boolean {
  if (payloadBytes !== EVENT_BYTES || start + EVENT_BYTES > bytes.length) return false;
  return (bytes[start] ?? 0) < KEYS.length && ((bytes[start + 1] ?? 0) & 0x40) === 0;
}

export type EventPacket = {
  at: number;
  payloadType: number;
  timestamp: number;
  bytes: Uint8Array;
  start: number;
};

/** Takes one event packet into `keys`; false when there were too many keys to keep this one. */
export function hearKey(keys: HeardKey[], packet: EventPacket): boolean {
  const { bytes, start } = packet;
  const event = bytes[start] ?? 0xff;
  if (start + EVENT_BYTES > bytes.length || event >= KEYS.length) return true;
  const key = keyOfPacket(keys, packet, event);
  if (!key) return keys.length < MAX_KEYS;
  key.ticks = Math.max(key.ticks, u16(bytes, start + 2));
  key.hasEnded ||= ((bytes[start + 1] ?? 0) & 0x80) !== 0;
  key.packets++;
  return true;
}

function keyOfPacket(keys: HeardKey[], packet: EventPacket, event: number): HeardKey | undefined {
  const last = keys.at(-1);
  if (last && last.timestamp === packet.timestamp && last.event === event) return last;
  if (last && continues(last, packet, event)) return nextSegment(last, packet.timestamp);
  const isOld =
    last !== undefined && ((packet.timestamp - last.timestamp) | 0) < 0 && isRepeated(keys, packet, event);
  if (isOld || keys.length >= MAX_KEYS) return undefined;
  const key = startKey(packet, event);
  keys.push(key);
  return key;
}

/** An end packet of an earlier key, sent again or delayed. */
function isRepeated(keys: readonly HeardKey[], packet: EventPacket, event: number): boolean {
  return keys.some((key) => key.timestamp === packet.timestamp && key.event === event);
}

function continues(last: HeardKey, { timestamp }: EventPacket, event: number): boolean {
  return !last.hasEnded && last.event === event && timestamp === (last.timestamp + last.ticks) >>> 0;
}

function nextSegment(key: HeardKey, timestamp: number): HeardKey {
  key.ticksBefore += key.ticks;
  key.ticks = 0;
  key.timestamp = timestamp;
  return key;
}

function startKey({ at, payloadType, timestamp }: EventPacket, event: number): HeardKey {
  return { at, event, payloadType, timestamp, ticksBefore: 0, ticks: 0, hasEnded: false, packets: 0 };
}

export type EventFormat = { isAnnounced: boolean; clockRate?: number };

/** The keys that can be told; `formatOf` says what a payload type is known to be, nothing when it is no event. */
export function keysPressed(
  keys: readonly HeardKey[],
  formatOf: (payloadType: number) => EventFormat | undefined,
): RtpStream["digits"] {
  return keys.flatMap((key) => {
    const format = formatOf(key.payloadType);
    if (!format || (!format.isAnnounced && key.packets < SURE_PACKETS)) return [];
    const milliseconds = ((key.ticksBefore + key.ticks) * 1000) / (format.clockRate ?? USUAL_CLOCK_RATE);
    return [{ at: key.at, key: KEYS[key.event] ?? "", milliseconds: Math.round(milliseconds) }];
  });
}
