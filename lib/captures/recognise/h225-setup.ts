// The source addresses of a Setup-UUIE: ITU-T H.225.0 annex H, in the aligned packed encoding rules of X.691.
import type { SightingDetail } from "../sighting";
import { u16 } from "./big-endian";

/** The characters of dialledDigits by their code (X.691 section 30.5.4). */
const DIGITS = "#*,0123456789";
const MAX_ALIASES = 8;
const MAX_OBJECT_IDENTIFIER = 16;

/** Names and numbers that the caller gave itself; stops at what it cannot read. `uuie` begins after Q.931's own byte. */
export function sourceAliases(uuie: Uint8Array): SightingDetail[] {
  const [first, second] = [uuie[0] ?? 0, uuie[1] ?? 0];
  // First byte: no user data, no non-standard data, the choice "setup". Second: h245Address absent, sourceAddress present.
  const isSetup = (first & 0xdf) === 0;
  const hasOnlySource = (second & 0x60) === 0x20;
  const identifierBytes = uuie[2] ?? 0;
  if (!isSetup || !hasOnlySource || identifierBytes > MAX_OBJECT_IDENTIFIER) return [];
  const countAt = 3 + identifierBytes;
  return readAliases(uuie, countAt + 1, Math.min(uuie[countAt] ?? 0, MAX_ALIASES));
}

function readAliases(uuie: Uint8Array, start: number, count: number): SightingDetail[] {
  const aliases: SightingDetail[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const choice = (uuie[at] ?? 0) >> 6;
    const alias = choice === 1 ? readName(uuie, at) : choice === 0 ? readDigits(uuie, at) : undefined;
    if (!alias) break;
    aliases.push(alias.detail);
    at = alias.end;
  }
  return aliases;
}

type Alias = { detail: SightingDetail; end: number };

/** h323-ID: BMPString (SIZE (1..256)), so the next byte is the length less one. */
function readName(uuie: Uint8Array, at: number): Alias | undefined {
  const length = (uuie[at + 1] ?? 0) + 1;
  const end = at + 2 + length * 2;
  if (end > uuie.length) return undefined;
  let value = "";
  for (let place = at + 2; place < end; place += 2) value += String.fromCharCode(u16(uuie, place));
  return { detail: { name: "calling-name", value }, end };
}

/** dialledDigits: a length of seven bits less one beside the choice, then four bits for each character. */
function readDigits(uuie: Uint8Array, at: number): Alias | undefined {
  const length = ((u16(uuie, at) >> 7) & 0x7f) + 1;
  const start = at + 2;
  const end = start + Math.ceil(length / 2);
  if (end > uuie.length) return undefined;
  let value = "";
  for (let index = 0; index < length; index++) {
    const pair = uuie[start + (index >> 1)] ?? 0;
    value += DIGITS[index % 2 === 0 ? pair >> 4 : pair & 0x0f] ?? "";
  }
  return { detail: { name: "calling-number", value }, end };
}
