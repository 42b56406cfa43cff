import { displayText } from "./display-text";
import { type Param, readParams } from "./header-params";
import { closedSpans, placeOf, quoteEnd, trimmed, unquoted } from "./header-text";
import type { Range } from "./range";
import { readUri, type Uri } from "./uri";

/** Value of From, To, Contact, Route, P-Asserted-Identity, ... (RFC 3261 section 20.10). */
export type NameAddr = {
  range: Range;
  /** As people read it: without quotes and backslashes, UTF-8 decoded. None when absent, "" when it is `""`. */
  displayName?: string;
  /** The name as written, quotes included. */
  nameRange?: Range;
  uri: Uri;
  /** Of the header, not of the URI. */
  params: Param[];
  /** From the first ";" of those parameters (or what wrongly stands before it) to the end. */
  paramsRange: Range;
  isBracketed: boolean;
};

/** Reads one value, as `headerValues` gives it. Never fails; "*" has an empty scheme and `rest.text` "*". */
export function readNameAddr(text: string, range: Range = { start: 0, end: text.length }): NameAddr {
  const whole = trimmed(text, range);
  const open = bracketAt(text, whole);
  return open < 0 ? readPlainAddress(text, whole) : readBracketed(text, whole, open);
}

/** Place of the "<" that opens the URI, outside the quoted name. */
function bracketAt(text: string, { start, end }: Range): number {
  const next = closedSpans(text, end);
  for (let at = start; at < end; at = next(at)) if (text.charCodeAt(at) === 60) return at;
  return -1;
}

// RFC 3261 section 20.10: without brackets, what follows the first ";" belongs to the header.
function readPlainAddress(text: string, range: Range): NameAddr {
  const end = placeOf(text, ";", range);
  const uri = readUri(text, { start: range.start, end });
  const paramsRange = { start: end, end: range.end };
  return { range, uri, params: readParams(text, paramsRange), paramsRange, isBracketed: false };
}

function readBracketed(text: string, range: Range, open: number): NameAddr {
  const close = placeOf(text, ">", { start: open, end: range.end });
  const uri = readUri(text, { start: open + 1, end: close });
  const paramsRange = { start: Math.min(close + 1, range.end), end: range.end };
  const nameRange = trimmed(text, { start: range.start, end: open });
  const named = nameRange.end > nameRange.start ? { displayName: nameText(text, nameRange), nameRange } : {};
  return { range, ...named, uri, params: readParams(text, paramsRange), paramsRange, isBracketed: true };
}

function nameText(text: string, { start, end }: Range): string {
  const written = text.slice(start, end);
  const isQuoted = written[0] === '"' && quoteEnd(written, 0, written.length) === written.length;
  return displayText(isQuoted ? unquoted(written) : written);
}
