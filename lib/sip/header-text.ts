import type { Range } from "./range";

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const LESS = 60;
const BACKSLASH = 92;

/** More pieces than this are left together in the last one. */
const MAX_PIECES = 2_000;

/** RFC 3261 section 25.1, LWS: a folded line counts as white space. */
export function isWhite(code: number): boolean {
  return code === SPACE || code === TAB || code === CR || code === LF;
}

export function skipWhite(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isWhite(text.charCodeAt(next))) next += 1;
  return next;
}

/** The range without the white space around it. */
export function trimmed(text: string, range: Range): Range {
  const start = skipWhite(text, range.start, range.end);
  let end = range.end;
  while (end > start && isWhite(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** Place of a letter inside the range, or its end. It looks no further, so that many small values take no long time. */
export function placeOf(text: string, letter: string, { start, end }: Range): number {
  const at = text.slice(start, end).indexOf(letter);
  return at < 0 ? end : start + at;
}

/** Place behind the quote that closes the one at `at`, or -1 when none does before `end`. */
export function quoteEnd(text: string, at: number, end: number): number {
  for (let next = at + 1; next < end; next += 1) {
    const code = text.charCodeAt(next);
    if (code === QUOTE) return next + 1;
    if (code === BACKSLASH) next += 1;
  }
  return -1;
}

/** What a quoted text says: without its quotes and the backslashes of quoted pairs; any other text as it is. */
export function unquoted(text: string): string {
  if (text.length < 2 || text[0] !== '"' || text.at(-1) !== '"') return text;
  const inside = text.slice(1, -1);
  return inside.includes("\\") ? inside.replace(/\\([\s\S])/g, "$1") : inside;
}

/**
 * Parts of a value between separators that stand outside quotes and angle brackets, without the white space around them.
 * A quote or bracket that nothing closes is taken for a letter, so that it hides nothing behind it.
 */
export function splitOutside(text: string, range: Range, separator: "," | ";"): Range[] {
  const wanted = separator.charCodeAt(0);
  const skip = closedSpans(text, range.end);
  const pieces: Range[] = [];
  let start = range.start;
  for (let at = start; at < range.end && pieces.length < MAX_PIECES; at = skip(at)) {
    if (text.charCodeAt(at) !== wanted) continue;
    pieces.push(trimmed(text, { start, end: at }));
    start = at + 1;
  }
  pieces.push(trimmed(text, { start, end: range.end }));
  return pieces;
}

/**
 * Gives the step from one place to the next, over whole quoted texts and bracketed URIs. What is not closed once is not
 * looked for again: else a value of nothing but quotes would take time in the square of its length.
 */
export function closedSpans(text: string, end: number): (at: number) => number {
  let areQuotesClosed = true;
  let areBracketsClosed = true;
  return (at) => {
    const code = text.charCodeAt(at);
    if (code === QUOTE && areQuotesClosed) {
      const close = quoteEnd(text, at, end);
      if (close > 0) return close;
      areQuotesClosed = false;
    } else if (code === LESS && areBracketsClosed) {
      const close = placeOf(text, ">", { start: at, end });
      if (close < end) return close + 1;
      areBracketsClosed = false;
    }
    return at + 1;
  };
}
