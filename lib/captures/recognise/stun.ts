// STUN and TURN: RFC 8489 sections 5 and 14, RFC 8656; and RFC 3489, which had no cookie.
import { ipv4Text, ipv6Text } from "../ip-address";
import type { SightingDetail } from "../sighting";
import { plainText, u16, u32 } from "./big-endian";

export type StunMessage = {
  method: number;
  details: SightingDetail[];
};

const HEADER_BYTES = 20;
const COOKIE = 0x2112_a442;
const MAX_ATTRIBUTES = 64;
const BINDING = 1;
/** Allocate to ChannelBind. */
const TURN_METHODS = [3, 4, 6, 7, 8, 9];
const MAPPED_ADDRESS = 0x0001;
const REALM = 0x0014;
const XOR_MAPPED_ADDRESS = 0x0020;

const addressNames = new Map<number, SightingDetail["name"]>([
  [0x0012, "peer-address"],
  [0x0016, "relayed-address"],
  [XOR_MAPPED_ADDRESS, "mapped-address"],
]);
const textNames = new Map<number, SightingDetail["name"]>([
  [0x0006, "username"],
  [REALM, "server-name"],
  [0x8022, "software"],
]);

/** Attribute numbers that one maker alone is known to send, in a method that it sends them in. */
const makersAttributes: readonly { method: number; attribute: number; application: string }[] = [
  // Outside the registry; its calls allocate a relay with this attribute in place of the ones of RFC 8656.
  { method: 3, attribute: 0x4000, application: "whatsapp" },
  // MS-VERSION of [MS-TURN] section 2.2.2.17.
  { method: 3, attribute: 0x8008, application: "skype-or-teams" },
];

/** Reads a datagram that may be STUN; nothing when it is not. */
export function readStun(bytes: Uint8Array, wireBytes: number): StunMessage | undefined {
  if (bytes.length < HEADER_BYTES || (bytes[0] ?? 0) > 0x3f) return undefined;
  const method = methodOf(bytes);
  const length = u16(bytes, 2);
  const hasCookie = u32(bytes, 4) === COOKIE || hasMicrosoftCookie(bytes);
  if (length + HEADER_BYTES > wireBytes || (!hasCookie && !isOldBinding(bytes, method, wireBytes)))
    return undefined;
  const attributes = attributesOf(bytes, Math.min(HEADER_BYTES + length, bytes.length));
  if (!attributes) return undefined;
  const details = attributes.flatMap((attribute) => detailsOf(bytes, attribute));
  const application = applicationOf(method, attributes);
  if (TURN_METHODS.includes(method)) details.unshift({ name: "application-protocol", value: "turn" });
  if (application) details.push({ name: "application", value: application });
  return { method, details };
}

/** [MS-TURN] section 2.2.2: an older dialect, whose cookie is its first attribute. */
function hasMicrosoftCookie(bytes: Uint8Array): boolean {
  return u32(bytes, HEADER_BYTES) === 0x000f_0004 && u32(bytes, HEADER_BYTES + 4) === 0x72c6_4bc6;
}

/** RFC 8489 figure 3: the bits of the method stand around those of the class. */
function methodOf(bytes: Uint8Array): number {
  const type = u16(bytes, 0);
  return (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2);
}

/** Without a cookie only a binding whose attributes fill the datagram exactly is believed. */
function isOldBinding(bytes: Uint8Array, method: number, wireBytes: number): boolean {
  if (method !== BINDING || u16(bytes, 2) + HEADER_BYTES !== wireBytes || wireBytes > bytes.length)
    return false;
  return u16(bytes, 2) >= 8 && u16(bytes, 2) % 4 === 0;
}

type Attribute = { type: number; start: number; end: number };

/** Nothing when the lengths do not fit. The last attribute may lack its padding: some senders leave it out. */
function attributesOf(bytes: Uint8Array, end: number): Attribute[] | undefined {
  const attributes: Attribute[] = [];
  let at = HEADER_BYTES;
  while (at + 4 <= end && attributes.length < MAX_ATTRIBUTES) {
    const start = at + 4;
    const length = u16(bytes, at + 2);
    if (start + length > end) return attributes.length > 0 || end === bytes.length ? attributes : undefined;
    attributes.push({ type: u16(bytes, at), start, end: start + length });
    at = start + ((length + 3) & ~3);
  }
  return attributes;
}

function detailsOf(bytes: Uint8Array, { type, start, end }: Attribute): SightingDetail[] {
  const text = textNames.get(type);
  if (text) return [{ name: text, value: plainText(bytes, start, end) }];
  const name = type === MAPPED_ADDRESS ? "mapped-address" : addressNames.get(type);
  const value = name && addressOf(bytes, start, end, type !== MAPPED_ADDRESS);
  return name && value ? [{ name, value }] : [];
}

/** Section 14.2: the address is mixed with the cookie, and for IPv6 with the transaction as well. */
function addressOf(bytes: Uint8Array, start: number, end: number, isMixed: boolean): string | undefined {
  const family = bytes[start + 1];
  const size = family === 1 ? 4 : 16;
  if ((family !== 1 && family !== 2) || end - start < 4 + size) return undefined;
  const address = bytes.slice(start + 4, start + 4 + size);
  if (isMixed) for (let at = 0; at < size; at++) address[at] = (address[at] ?? 0) ^ (bytes[4 + at] ?? 0);
  const port = u16(bytes, start + 2) ^ (isMixed ? COOKIE >>> 16 : 0);
  return family === 1 ? `${ipv4Text(address, 0)}:${port}` : `[${ipv6Text(address, 0)}]:${port}`;
}

function applicationOf(method: number, attributes: readonly Attribute[]): string | undefined {
  return makersAttributes.find(
    (one) => one.method === method && attributes.some(({ type }) => type === one.attribute),
  )?.application;
}
