import { readCSeq } from "./cseq";
import { trimmed } from "./header-text";
import type { Range } from "./range";
import type { Report } from "./report";

const MAX_SECONDS = 2 ** 32 - 1;

/** RFC 3261 sections 8.1.1.5 and 20.16: below 2^31, then a method, which is a token. */
export function checkCSeq(text: string, range: Range, report: Report): void {
  const cseq = readCSeq(text, range);
  if (!cseq || !/^[\w.!%*+`'~-]+$/.test(cseq.method)) report("CSEQ_MALFORMED", range);
  if (cseq && cseq.number >= 2 ** 31)
    report("SCALAR_OVERFLOW", trimmed(text, { start: range.start, end: cseq.methodRange.start }));
}

/** RFC 3261 section 20.22: 0 to 255. */
export function checkMaxForwards(text: string, range: Range, report: Report): void {
  const written = text.slice(range.start, range.end);
  if (!/^\d+$/.test(written)) report("NUMBER_MALFORMED", range);
  else if (Number(written) > 255) report("SCALAR_OVERFLOW", range);
  else if (Number(written) === 0) report("MAX_FORWARDS_ZERO", range);
}

/** RFC 3261 section 20.19: seconds below 2^32. What may follow (";" or a comment) is not looked into. */
export function checkSeconds(text: string, range: Range, report: Report): void {
  const [whole, digits = ""] = /^(\d+)\s*($|[;(])/.exec(text.slice(range.start, range.end)) ?? [];
  if (whole === undefined) report("NUMBER_MALFORMED", range);
  else if (Number(digits) > MAX_SECONDS)
    report("SCALAR_OVERFLOW", { start: range.start, end: range.start + digits.length });
}

/** RFC 3261 section 20.43: `307 example.com "Session parameter 'foo' not understood"`. */
export function checkWarning(text: string, range: Range, report: Report): void {
  const isWarning = /^\d{3} \S+ "([^"\\]|\\[\s\S])*"$/.test(text.slice(range.start, range.end));
  if (!isWarning) report("WARNING_MALFORMED", range);
}

/** RFC 3261 section 25.1, callid. */
export function checkCallId(text: string, range: Range, report: Report): void {
  const word = /^[\w.!%*+`'~()<>:\\/"[\]?{}-]+(@[\w.!%*+`'~()<>:\\/"[\]?{}-]+)?$/;
  if (!word.test(text.slice(range.start, range.end))) report("CALL_ID_MALFORMED", range);
}
