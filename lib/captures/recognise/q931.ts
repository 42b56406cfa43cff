// Call signalling of H.323: Q.931 messages (ITU-T Q.931 section 4) as H.225.0 section 7.2 uses them.
import type { SightingDetail } from "../sighting";
import { plainText, u16 } from "./big-endian";
import { sourceAliases } from "./h225-setup";

const PROTOCOL = 0x08;
const DISPLAY = 0x28;
const CALLING_NUMBER = 0x6c;
const CALLED_NUMBER = 0x70;
const USER_USER = 0x7e;
const SETUP = 0x05;
const MAX_ELEMENTS = 64;

/** ALERTING to STATUS, and FACILITY. */
const MESSAGE_TYPES = new Set([0x01, 0x02, 0x03, 0x05, 0x07, 0x0d, 0x0f, 0x5a, 0x62, 0x6e, 0x75, 0x7b, 0x7d]);

/** What a message says of the call; nothing when the bytes are no call signalling of H.323. */
export function readQ931(bytes: Uint8Array): SightingDetail[] | undefined {
  const type = bytes[4] ?? 0;
  if (bytes[0] !== PROTOCOL || bytes[1] !== 2 || !MESSAGE_TYPES.has(type)) return undefined;
  const elements = elementsOf(bytes);
  if (!elements.some(({ type }) => type === USER_USER)) return undefined;
  return type === SETUP ? elements.flatMap((element) => detailsOf(bytes, element)) : [];
}

type Element = { type: number; start: number; end: number };

function elementsOf(bytes: Uint8Array): Element[] {
  const elements: Element[] = [];
  let at = 5;
  while (at < bytes.length && elements.length < MAX_ELEMENTS) {
    const type = bytes[at] ?? 0;
    // Section 4.5.1: elements of one byte have the first bit set; the user-user element of H.225.0 has a longer length.
    const lengthBytes = type >= 0x80 ? 0 : type === USER_USER ? 2 : 1;
    const length = lengthBytes === 2 ? u16(bytes, at + 1) : lengthBytes === 1 ? (bytes[at + 1] ?? 0) : 0;
    const start = at + 1 + lengthBytes;
    elements.push({ type, start, end: Math.min(start + length, bytes.length) });
    at = start + length;
  }
  return elements;
}

function detailsOf(bytes: Uint8Array, { type, start, end }: Element): SightingDetail[] {
  if (type === DISPLAY) return detail("calling-name", plainText(bytes, start, end));
  if (type === CALLING_NUMBER) return detail("calling-number", numberIn(bytes, start, end));
  if (type === CALLED_NUMBER) return detail("called-number", numberIn(bytes, start, end));
  if (type !== USER_USER) return [];
  return sourceAliases(bytes.subarray(start + 1, end)).flatMap(({ name, value }) => detail(name, value));
}

/** Sections 4.5.8 and 4.5.10: kind and plan of the number, then presentation when the first bit is clear. */
function numberIn(bytes: Uint8Array, start: number, end: number): string {
  const digitsAt = (bytes[start] ?? 0) < 0x80 ? start + 2 : start + 1;
  return plainText(bytes, digitsAt, end);
}

function detail(name: SightingDetail["name"], value: string): SightingDetail[] {
  // Displays are often filled up with zeros, which plain text shows as question marks.
  let end = value.length;
  while (end > 0 && (value[end - 1] === "?" || value[end - 1] === "\0")) end--;
  const text = value.slice(0, end).trim();
  return text === "" ? [] : [{ name, value: text }];
}
