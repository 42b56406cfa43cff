// IAX2: RFC 5456 section 8.1.1 (full frames) and 8.6 (information elements).
import type { SightingDetail } from "../sighting";
import { plainText, u16 } from "./big-endian";

export const IAX2_PORT = 4569;

export type Iax2Frame = {
  isControl: boolean;
  /** Whether the content alone shows the protocol: a request whose first element is its version. */
  isSure: boolean;
  details: SightingDetail[];
};

const HEADER_BYTES = 12;
const CONTROL = 6;
const HIGHEST_FRAME_TYPE = 12;
const HIGHEST_SUBCLASS = 40;
const NEW = 1;
const REGISTRATION_REQUEST = 13;
const VERSION = 0x0b;
const MAX_ELEMENTS = 64;

const names = new Map<number, SightingDetail["name"]>([
  [0x01, "called-number"],
  [0x02, "calling-number"],
  [0x04, "calling-name"],
  [0x06, "username"],
]);

/** Reads a full frame; nothing when the bytes are none. */
export function readIax2(bytes: Uint8Array, wireBytes: number): Iax2Frame | undefined {
  const type = bytes[10] ?? 0;
  if (bytes.length < HEADER_BYTES || (bytes[0] ?? 0) < 0x80) return undefined;
  if (type < 1 || type > HIGHEST_FRAME_TYPE) return undefined;
  if (type !== CONTROL) return { isControl: false, isSure: false, details: [] };
  return readControl(bytes, wireBytes);
}

function readControl(bytes: Uint8Array, wireBytes: number): Iax2Frame | undefined {
  const subclass = bytes[11] ?? 0;
  const elements = elementsOf(bytes, wireBytes);
  if (!elements || subclass === 0 || subclass > HIGHEST_SUBCLASS) return undefined;
  const asks = subclass === NEW || subclass === REGISTRATION_REQUEST;
  return {
    isControl: true,
    isSure: subclass === NEW && isVersionTwo(bytes, elements[0]),
    details: asks ? elements.flatMap((element) => detailsOf(bytes, element)) : [],
  };
}

type Element = { type: number; start: number; end: number };

/** Nothing when the elements do not fill the frame. */
function elementsOf(bytes: Uint8Array, wireBytes: number): Element[] | undefined {
  const elements: Element[] = [];
  let at = HEADER_BYTES;
  while (at < bytes.length && elements.length < MAX_ELEMENTS) {
    const end = at + 2 + (bytes[at + 1] ?? 0);
    if (at + 2 > wireBytes || end > wireBytes) return undefined;
    elements.push({ type: bytes[at] ?? 0, start: at + 2, end });
    at = end;
  }
  return elements;
}

/** Section 6.2.2: a NEW carries its protocol version, which has always been 2, as the first element. */
function isVersionTwo(bytes: Uint8Array, first: Element | undefined): boolean {
  return first?.type === VERSION && first.end - first.start === 2 && u16(bytes, first.start) === 2;
}

function detailsOf(bytes: Uint8Array, { type, start, end }: Element): SightingDetail[] {
  const name = names.get(type);
  return name && end > start ? [{ name, value: plainText(bytes, start, end) }] : [];
}
