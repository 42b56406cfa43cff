import { skipWhite } from "./header-text";
import type { Range } from "./range";

/** Number and method of a CSeq (RFC 3261 section 20.16). A number beyond 2^53 is cut to it; findings tell. */
export type CSeq = { number: number; method: string; methodRange: Range };

/** Reads the value of a CSeq header; undefined when it has not the form of one. */
export function readCSeq(text: string, range: Range = { start: 0, end: text.length }): CSeq | undefined {
  const start = skipWhite(text, range.start, range.end);
  let at = start;
  while (at < range.end && isDigit(text.charCodeAt(at))) at += 1;
  const method = skipWhite(text, at, range.end);
  if (at === start || method === at || method >= range.end) return undefined;
  return {
    number: Math.min(Number(text.slice(start, Math.min(at, start + 300))), Number.MAX_SAFE_INTEGER),
    method: text.slice(method, range.end).trimEnd(),
    methodRange: { start: method, end: range.end },
  };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
