import { checkBytes } from "./check-bytes";
import { isPlain, plainUri } from "./check-plain";
import { knownMethods } from "./check-registers";
import { checkUri } from "./check-uri";
import { readCSeq } from "./cseq";
import { isWhite } from "./header-text";
import { firstHeader, headerValues } from "./header-values";
import type { Header, SipRequest } from "./message";
import type { Range } from "./range";
import type { Report } from "./report";
import { readUri } from "./uri";

/** What a request line says, and what the headers of a request say of it and of each other. */
export function checkRequest(message: SipRequest, report: Report): void {
  const { text, method, uri, headers } = message;
  if (!knownMethods.has(method)) checkMethod(message, report);
  if (!isPlain(plainUri, text, uri)) checkRequestUri(text, uri, report);
  const cseq = firstHeader(headers, "CSeq");
  if (cseq) checkCSeqMethod(message, cseq, report);
  if (method === "INVITE" && firstHeader(headers, "Accept")) checkAccept(message, report);
  const contact = firstHeader(headers, "Contact");
  if (contact && text[contact.value.start] === "*") checkStar(message, contact, report);
}

function checkMethod({ text, method, uri }: SipRequest, report: Report): void {
  const start = text.lastIndexOf(method, uri.start);
  const isToken = /^[\w.!%*+`'~-]+$/.test(method);
  report(isToken ? "METHOD_UNKNOWN" : "METHOD_NOT_TOKEN", { start, end: start + method.length });
}

// RFC 3261 section 7.1.
function checkRequestUri(text: string, range: Range, report: Report): void {
  if (range.end === range.start) return;
  checkBytes(text, range, report);
  const written = text.slice(range.start, range.end);
  const isBracketed = written.startsWith("<");
  if (isBracketed) report("URI_IN_ANGLE_BRACKETS", range);
  if (/\s/.test(written)) report("WHITESPACE_IN_REQUEST_URI", range);
  const end = isBracketed && written.endsWith(">") ? range.end - 1 : range.end;
  const uri = readUri(text, { start: isBracketed ? range.start + 1 : range.start, end });
  checkUri(text, uri, (code, place) =>
    report(code === "URI_HEADERS" ? "HEADERS_IN_REQUEST_URI" : code, place),
  );
}

// RFC 3261 section 8.1.1.5.
function checkCSeqMethod({ text, method }: SipRequest, { value }: Header, report: Report): void {
  const start = value.end - method.length;
  if (text.startsWith(method, start) && isWhite(text.charCodeAt(start - 1))) return;
  const cseq = readCSeq(text, value);
  if (cseq && cseq.method !== method) report("METHOD_MISMATCH", cseq.methodRange);
}

function checkAccept(message: SipRequest, report: Report): void {
  const accepted = headerValues(message, "Accept");
  const isSdp = ({ start, end }: Range) =>
    /^(application\/(sdp|\*)|\*\/\*)/i.test(message.text.slice(start, end));
  const [first] = accepted;
  if (first && !accepted.some(isSdp)) report("ACCEPT_WITHOUT_SDP", first);
}

// RFC 3261 section 10.2.2.
function checkStar(message: SipRequest, contact: Header, report: Report): void {
  const { text, headers, method } = message;
  const expires = firstHeader(headers, "Expires");
  const isRemoval = expires && /^0+$/.test(text.slice(expires.value.start, expires.value.end));
  const isAlone = headerValues(message, "Contact").length === 1;
  if (method !== "REGISTER" || !isRemoval || !isAlone) report("CONTACT_STAR_MISUSED", contact.value);
}
