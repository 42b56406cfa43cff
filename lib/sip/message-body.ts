import { firstHeader } from "./header-values";
import type { Header } from "./message";
import type { Range } from "./range";
import type { ReadOptions } from "./read-options";
import type { Report } from "./report";

type Read = { text: string; headers: Header[]; bodyStart: number; options: ReadOptions };

/** What follows the empty line, cut to Content-Length where that is smaller (RFC 3261 section 18.3). */
export function bodyRange({ text, headers, bodyStart, options }: Read, report: Report): Range {
  const rest = { start: bodyStart, end: text.length };
  const header = firstHeader(headers, "Content-Length");
  if (!header) {
    if (options.isStream && !options.isCut)
      report("CONTENT_LENGTH_MISSING", { start: bodyStart, end: bodyStart });
    return rest;
  }
  const length = readLength(text, header.value, report);
  if (length === undefined || hasOtherLength({ text, headers, length }, report)) return rest;
  const end = bodyStart + length;
  if (end > text.length && !options.isCut) report("CONTENT_LENGTH_TOO_LARGE", header.value);
  if (end < text.length) report("CONTENT_LENGTH_TOO_SMALL", { start: end, end: text.length });
  return { start: bodyStart, end: Math.min(end, text.length) };
}

function readLength(text: string, value: Range, report: Report): number | undefined {
  const written = text.slice(value.start, value.end);
  if (/^\d+$/.test(written)) return Number(written);
  report(/^-\d/.test(written) ? "CONTENT_LENGTH_NEGATIVE" : "CONTENT_LENGTH_MALFORMED", value);
  return undefined;
}

type Lengths = { text: string; headers: readonly Header[]; length: number };

// RFC 4475 section 3.3.9: with two lengths nobody knows where the body ends, so none of it is cut off.
function hasOtherLength({ text, headers, length }: Lengths, report: Report): boolean {
  for (const { name, value } of headers) {
    if (name !== "Content-Length" || Number(text.slice(value.start, value.end)) === length) continue;
    report("CONTENT_LENGTH_CONFLICT", value);
    return true;
  }
  return false;
}
