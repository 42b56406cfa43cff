import { checkHeaderParams } from "./check-params";
import { checkUri } from "./check-uri";
import { quoteEnd } from "./header-text";
import { type NameAddr, readNameAddr } from "./name-addr";
import type { Range } from "./range";
import type { Report } from "./report";

/** Checks one value of From, To, Contact, P-Asserted-Identity, ... and gives it as read (RFC 3261 section 20.10). */
export function checkAddress(text: string, range: Range, report: Report): NameAddr {
  const address = readNameAddr(text, range);
  if (address.isBracketed) checkBracketed(text, address, report);
  else checkUnbracketed(text, address, report);
  checkHeaderParams(text, address.paramsRange, report);
  return address;
}

function checkBracketed(text: string, { nameRange, uri, paramsRange }: NameAddr, report: Report): void {
  if (nameRange) checkName(text, nameRange, report);
  if (text[paramsRange.start - 1] !== ">") report("UNTERMINATED_BRACKET", uri.range);
  const isTight = text[uri.range.start - 1] === "<" && (text[uri.range.end] ?? ">") === ">";
  if (!isTight || /\s/.test(text.slice(uri.range.start, uri.range.end)))
    report("WHITESPACE_IN_URI", uri.range);
  checkUri(text, uri, report);
}

// RFC 3261 section 25.1, display-name: tokens, or one quoted text.
function checkName(text: string, range: Range, report: Report): void {
  const name = text.slice(range.start, range.end);
  if (/^[\w.!%*+`'~\s-]+$/.test(name)) return;
  const close = name.startsWith('"') ? quoteEnd(name, 0, name.length) : 0;
  if (close < 0) report("UNTERMINATED_QUOTE", range);
  else if (close !== name.length) report("DISPLAY_NAME_NEEDS_QUOTES", range);
}

function checkUnbracketed(text: string, { range, uri, params }: NameAddr, report: Report): void {
  const written = text.slice(uri.range.start, uri.range.end);
  if (text[range.start] === '"') report("UNTERMINATED_QUOTE", range);
  else if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]+$/.test(written)) report("ADDRESS_MALFORMED", range);
  else {
    if (/[?,]/.test(written)) report("CONTACT_NEEDS_BRACKETS", uri.range);
    checkUri(text, uri, report);
  }
  // Without brackets nobody can tell whether the sender meant the URI; these belong to no header.
  for (const param of params)
    if (!headerParams.has(param.name)) report("PARAMETER_OUTSIDE_BRACKETS", param.range);
}

const headerParams = new Set([
  "tag",
  "expires",
  "q",
  "received",
  "reason",
  "privacy",
  "counter",
  "screen",
  "index",
]);
