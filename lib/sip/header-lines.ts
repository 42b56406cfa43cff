import { headerNameAt } from "./header-names";
import { isWhite, trimmed } from "./header-text";
import type { Header } from "./message";
import type { Range } from "./range";
import type { Report } from "./report";

/** What follows the start line, up to the body. */
export type HeaderLines = {
  headers: Header[];
  /** First byte behind the empty line; the end of the text where none is. */
  bodyStart: number;
  isEnded: boolean;
};

/** More lines than this are kept together as one header without a name. */
const MAX_HEADERS = 1_000;

const LF = 10;
const CR = 13;
const COLON = 58;

/** Reads header lines from `start` on (RFC 3261 section 7.3). Nothing is left out: what is no header has an empty name. */
export function readHeaderLines(text: string, start: number, report: Report): HeaderLines {
  const headers: Header[] = [];
  let isTold = tellBareLf(text, start - 1, report);
  for (let at = start; at < text.length; ) {
    const lf = text.indexOf("\n", at);
    if (!isTold) isTold = tellBareLf(text, lf, report);
    if (isEmptyLine(text, at, lf)) return { headers, bodyStart: lf + 1, isEnded: true };
    if (headers.length === MAX_HEADERS) return keepRest(text, at, headers, report);
    const next = lf < 0 ? text.length : skipContinuations(text, lf + 1);
    headers.push(readHeader(text, { start: at, end: beforeLineEnd(text, next) }, report));
    at = next;
  }
  return { headers, bodyStart: text.length, isEnded: false };
}

// RFC 3261 section 7. Only the first is told: a sender that ends one line so ends all of them so.
function tellBareLf(text: string, lf: number, report: Report): boolean {
  if (lf < 0 || text.charCodeAt(lf) !== LF || text.charCodeAt(lf - 1) === CR) return false;
  report("BARE_LF", { start: lf, end: lf + 1 });
  return true;
}

function isEmptyLine(text: string, start: number, lf: number): boolean {
  return lf === start || (lf === start + 1 && text.charCodeAt(start) === CR);
}

/** End of the line before `next`, without its line end. */
function beforeLineEnd(text: string, next: number): number {
  if (text.charCodeAt(next - 1) !== LF) return next;
  return text.charCodeAt(next - 2) === CR ? next - 2 : next - 1;
}

// RFC 3261 section 7.3.1: a line that begins with white space continues the one above.
function skipContinuations(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text.charCodeAt(at))) {
    const lf = text.indexOf("\n", at);
    if (lf < 0) return text.length;
    at = lf + 1;
  }
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function readHeader(text: string, range: Range, report: Report): Header {
  const colon = colonAt(text, range);
  if (colon < 0) {
    report(isBlank(text.charCodeAt(range.start)) ? "CONTINUATION_WITHOUT_HEADER" : "MISSING_COLON", range);
    return { name: "", range, value: trimmed(text, range) };
  }
  let nameEnd = colon;
  while (nameEnd > range.start && isWhite(text.charCodeAt(nameEnd - 1))) nameEnd -= 1;
  const name = headerNameAt(text, range.start, nameEnd);
  return { name, range, value: trimmed(text, { start: colon + 1, end: range.end }) };
}

/** Place of the colon behind the name, or -1. */
function colonAt(text: string, { start, end }: Range): number {
  if (isBlank(text.charCodeAt(start))) return -1;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === COLON) return at;
  return -1;
}

function keepRest(text: string, start: number, headers: Header[], report: Report): HeaderLines {
  const close = /\r?\n\r?\n/g;
  close.lastIndex = start;
  const found = close.exec(text);
  const range = { start, end: found ? found.index : text.length };
  report("TOO_MANY_HEADERS", range);
  headers.push({ name: "", range, value: trimmed(text, range) });
  return { headers, bodyStart: found ? close.lastIndex : text.length, isEnded: found !== null };
}
