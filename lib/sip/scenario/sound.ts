import type { Endpoint } from "@/lib/captures/packet";
import { mediaHost, type Peer } from "./cast";
import type { ScenarioMessage } from "./script";

export type Offer = {
  /** Lines after the first codec's, e.g. `a=sendonly`. */
  attributes?: readonly string[];
  profile?: string;
  sessionId?: number;
};

/** A session description (RFC 8866) of G.711 A-law and keys pressed (RFC 4733). */
export function soundOffer(
  one: Peer,
  { attributes = [], profile = "RTP/AVP", sessionId = 3_204_117 }: Offer = {},
): string {
  const family = one.media.address.includes(":") ? "IP6" : "IP4";
  const host = mediaHost(one).replace(/[[\]]/g, "");
  const lines = [
    "v=0",
    `o=- ${sessionId} 1 IN ${family} ${host}`,
    "s=call",
    `c=IN ${family} ${host}`,
    "t=0 0",
    `m=audio ${one.media.port} ${profile} 8 101`,
    "a=rtpmap:8 PCMA/8000",
    "a=rtpmap:101 telephone-event/8000",
    "a=fmtp:101 0-15",
    "a=ptime:20",
    ...attributes,
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

export type Sound = {
  source: Endpoint;
  destination: Endpoint;
  ssrc: number;
  startedAt: number;
  seconds: number;
  /** Keys pressed, in their order: each is held for 100 ms, half a second after the one before. */
  digits?: string;
};

const PACKET_MS = 20;
const IN_PACKET = 160;
const SILENCE = "\xd5".repeat(IN_PACKET);
const KEYS = "0123456789*#ABCD";

/** Packets of silence, 20 ms of G.711 A-law each (RFC 3550, RFC 3551), with keys in their places. */
export function soundPackets({
  source,
  destination,
  ssrc,
  startedAt,
  seconds,
  digits = "",
}: Sound): ScenarioMessage[] {
  const count = Math.round((seconds * 1000) / PACKET_MS);
  return Array.from({ length: count }, (_, place) => {
    const timestamp = place * IN_PACKET;
    const key = keyAt(place, digits);
    const text = key
      ? header({
          payloadType: 101,
          sequence: place,
          timestamp: key.place * IN_PACKET,
          ssrc,
          isFirst: key.place === place,
        }) + key.bytes
      : header({ payloadType: 8, sequence: place, timestamp, ssrc, isFirst: place === 0 }) + SILENCE;
    return { at: startedAt + place * PACKET_MS * 1000, source, destination, transport: "udp", text };
  });
}

const KEY_EVERY = 25;
const KEY_PACKETS = 7;

// RFC 4733 section 2.3: event, end bit and volume, duration so far. The last packet comes three times.
function keyAt(place: number, digits: string): { place: number; bytes: string } | undefined {
  const which = Math.floor(place / KEY_EVERY) - 1;
  const step = place % KEY_EVERY;
  const key = which < 0 ? undefined : digits[which];
  if (key === undefined || step >= KEY_PACKETS) return undefined;
  const isOver = step >= KEY_PACKETS - 3;
  const duration = Math.min(step + 1, KEY_PACKETS - 2) * IN_PACKET;
  const bytes = String.fromCharCode(KEYS.indexOf(key), isOver ? 0x8a : 0x0a) + word(duration);
  return { place: place - step, bytes };
}

type RtpHeader = { payloadType: number; sequence: number; timestamp: number; ssrc: number; isFirst: boolean };

// RFC 3550 section 5.1.
function header({ payloadType, sequence, timestamp, ssrc, isFirst }: RtpHeader): string {
  const start = String.fromCharCode(0x80, payloadType | (isFirst ? 0x80 : 0));
  return start + word(sequence) + long(timestamp) + long(ssrc);
}

function word(value: number): string {
  return String.fromCharCode((value >> 8) & 0xff, value & 0xff);
}

function long(value: number): string {
  return word(value >>> 16) + word(value);
}
