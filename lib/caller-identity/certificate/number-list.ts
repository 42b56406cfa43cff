// RFC 8226 section 9, the TNAuthList of a certificate:
//   TNAuthorizationList ::= SEQUENCE OF TNEntry
//   TNEntry ::= CHOICE { spc [0] IA5String, range [1] SEQUENCE { start IA5String, count INTEGER }, one [2] IA5String }
// The tags are explicit. Certificates with implicit ones exist, and are read, too.
import { type DerElement, readDer } from "./der";

export const NUMBER_LIST_OID = "1.3.6.1.5.5.7.1.26";

/** For which carriers and numbers a certificate may speak. Numbers are digits with their country code. */
export type NumberList = {
  /** Service provider codes: all numbers of that carrier, whichever they are. */
  providers: string[];
  ranges: { start: string; count: number }[];
  numbers: string[];
};

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const IA5_STRING = 0x16;
const SPC = 0;
const RANGE = 1;
const ONE = 2;

/** Reads the contents of the extension; anything else than such a list gives `undefined`. */
export function readNumberList(der: Uint8Array): NumberList | undefined {
  const [list, ...rest] = readDer(der) ?? [];
  if (list?.tag !== SEQUENCE || rest.length > 0) return undefined;
  const entries = readDer(list.contents);
  if (!entries || entries.length === 0) return undefined;
  const found: NumberList = { providers: [], ranges: [], numbers: [] };
  return entries.every((entry) => addEntry(found, entry)) ? found : undefined;
}

function addEntry(list: NumberList, { tag, contents }: DerElement): boolean {
  const choice = tag & 0x1f;
  if ((tag & 0xc0) !== 0x80) return false;
  if (choice === RANGE) return addRange(list, contents);
  const text = textOf(contents);
  if (text === undefined || (choice !== SPC && choice !== ONE)) return false;
  (choice === SPC ? list.providers : list.numbers).push(text);
  return true;
}

/** The text inside an explicit tag, or the contents of an implicit one. */
function textOf(contents: Uint8Array): string | undefined {
  const [inner] = (contents[0] === IA5_STRING && readDer(contents)) || [];
  const text = Buffer.from(inner?.contents ?? contents).toString("latin1");
  return /^[\x20-\x7e]{1,40}$/.test(text) ? text : undefined;
}

function addRange(list: NumberList, contents: Uint8Array): boolean {
  const outer = readDer(contents);
  const inner = outer?.[0]?.tag === SEQUENCE ? readDer(outer[0].contents) : outer;
  const [start, count] = inner ?? [];
  if (start?.tag !== IA5_STRING || count?.tag !== INTEGER || count.contents.length > 6) return false;
  const digits = Buffer.from(start.contents).toString("latin1");
  if (!/^\d{1,20}$/.test(digits)) return false;
  list.ranges.push({
    start: digits,
    count: Number.parseInt(Buffer.from(count.contents).toString("hex"), 16),
  });
  return true;
}

/** Whether the list names the number itself, or a range that holds it. */
export function listsNumber({ ranges, numbers }: NumberList, digits: string): boolean {
  if (numbers.includes(digits)) return true;
  return ranges.some(({ start, count }) => {
    const place = BigInt(digits) - BigInt(start);
    return digits.length === start.length && place >= 0n && place < BigInt(count);
  });
}
