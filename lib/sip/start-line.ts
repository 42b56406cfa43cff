import { isWhite, trimmed } from "./header-text";
import type { Range } from "./range";
import type { Report } from "./report";

/** What the first line of a message says; `end` is where the next line begins. */
export type StartLine = {
  method: string;
  uri: Range;
  status: number;
  reason: Range;
  end: number;
  isRequest: boolean;
};

const SPACE = 32;
const CR = 13;
const LF = 10;

const anyVersion = /SIP\//iy;
const plainStatusLine = /SIP\/2\.0 [1-6]\d\d /y;
const plainRequestEnd = " SIP/2.0";

/** Reads request line or status line (RFC 3261 sections 7.1, 7.2). What a line of the other kind has is empty. */
export function readStartLine(text: string, report: Report): StartLine {
  const start = skipLineEnds(text);
  const lf = text.indexOf("\n", start);
  const stop = lf < 0 ? text.length : lf;
  const range = { start, end: stop > start && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop };
  const line = isVersion(text, start)
    ? readStatusLine(text, range, report)
    : readRequestLine(text, range, report);
  line.end = lf < 0 ? text.length : lf + 1;
  return line;
}

// RFC 3261 section 7.5: empty lines before the start line are passed over.
function skipLineEnds(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === CR || text.charCodeAt(at) === LF) at += 1;
  return at;
}

function isVersion(text: string, start: number): boolean {
  anyVersion.lastIndex = start;
  return anyVersion.test(text);
}

function readStatusLine(text: string, range: Range, report: Report): StartLine {
  plainStatusLine.lastIndex = range.start;
  if (!plainStatusLine.test(text)) return readOddStatusLine(text, range, report);
  const status = Number(text.slice(range.start + 8, range.start + 11));
  return statusLine(status, { start: range.start + 12, end: range.end });
}

function readOddStatusLine(text: string, range: Range, report: Report): StartLine {
  const [whole = "", version = "", gap = "", digits = "", space = ""] =
    /^(\S*)(\s*)(\S*)(\s?)/.exec(text.slice(range.start, range.end)) ?? [];
  const versionEnd = range.start + version.length;
  const digitsRange = { start: versionEnd + gap.length, end: versionEnd + gap.length + digits.length };
  if (version.toUpperCase() !== "SIP/2.0") report("VERSION_UNKNOWN", { start: range.start, end: versionEnd });
  if (gap.length > 1) report("EXTRA_WHITESPACE_IN_START_LINE", { start: versionEnd, end: digitsRange.start });
  if (!/^[1-6]\d\d$/.test(digits)) report("STATUS_OUT_OF_RANGE", digitsRange);
  if (space === "") report("REASON_SPACE_MISSING", digitsRange);
  const status = /^\d{1,300}$/.test(digits) ? Math.min(Number(digits), Number.MAX_SAFE_INTEGER) : 0;
  return statusLine(status, { start: range.start + whole.length, end: range.end });
}

function statusLine(status: number, reason: Range): StartLine {
  return { isRequest: false, method: "", uri: { start: 0, end: 0 }, status, reason, end: 0 };
}

function requestLine(method: string, uri: Range): StartLine {
  return { isRequest: true, method, uri, status: 0, reason: { start: 0, end: 0 }, end: 0 };
}

function readRequestLine(text: string, range: Range, report: Report): StartLine {
  const space = text.indexOf(" ", range.start);
  const uriEnd = range.end - plainRequestEnd.length;
  const isPlain =
    space > range.start &&
    space < uriEnd - 1 &&
    text.startsWith(plainRequestEnd, uriEnd) &&
    text.charCodeAt(space + 1) > SPACE &&
    text.charCodeAt(uriEnd - 1) > SPACE;
  if (!isPlain) return readOddRequestLine(text, range, report);
  return requestLine(text.slice(range.start, space), { start: space + 1, end: uriEnd });
}

// The version is looked for from behind, since a faulty URI may hold spaces (RFC 4475 section 3.1.2.8).
function readOddRequestLine(text: string, range: Range, report: Report): StartLine {
  const line = trimmed(text, range);
  const method = { start: line.start, end: wordEnd(text, line) };
  const version = versionPlace(text, line);
  const uri = trimmed(text, { start: method.end, end: Math.max(method.end, version.start) });
  if (version.start === version.end || uri.start === uri.end) report("START_LINE_MALFORMED", range);
  else {
    reportGaps(
      text,
      [range.start, method.start, method.end, uri.start, uri.end, version.start, version.end, range.end],
      report,
    );
    if (!/^SIP\/2\.0$/i.test(text.slice(version.start, version.end))) report("VERSION_UNKNOWN", version);
  }
  return requestLine(text.slice(method.start, method.end), uri);
}

function wordEnd(text: string, { start, end }: Range): number {
  let at = start;
  while (at < end && !isWhite(text.charCodeAt(at))) at += 1;
  return at;
}

/** The last word of the line when it is a version, else an empty range at its end. */
function versionPlace(text: string, { start, end }: Range): Range {
  let at = end;
  while (at > start && !isWhite(text.charCodeAt(at - 1))) at -= 1;
  return at > start && isVersion(text, at) ? { start: at, end } : { start: end, end };
}

/** Between the parts stands one space, before and behind them nothing; `edges` are the ends of each gap. */
function reportGaps(text: string, edges: readonly number[], report: Report): void {
  for (const [index, wanted] of ["", " ", " ", ""].entries()) {
    const gap = { start: edges[2 * index] ?? 0, end: edges[2 * index + 1] ?? 0 };
    if (text.slice(gap.start, gap.end) !== wanted) report("EXTRA_WHITESPACE_IN_START_LINE", gap);
  }
}
