import { isPlain, plainContentType } from "./check-plain";
import { readContentType } from "./content-type";
import { paramValue } from "./header-params";
import { firstHeader } from "./header-values";
import type { Header, SipMessage } from "./message";
import { bodyParts } from "./multipart";
import type { Range } from "./range";
import type { ReadOptions } from "./read-options";
import type { Report } from "./report";
import { readSdpLines } from "./sdp-lines";

// RFC 8866 section 5: whole lines. The last may lack its end, and empty lines at the end do no harm.
const SDP = /v=0\r?\n(?:[a-z]=[^\r\n]*\r?\n)*(?:[a-z]=[^\r\n]*)?[\r\n]*/y;

/** What a message says about its body, against the body. */
export function checkBody(message: SipMessage, { isCut }: ReadOptions, report: Report): void {
  const type = firstHeader(message.headers, "Content-Type");
  const isEmpty = message.body.end <= message.body.start;
  if (isEmpty && type && !isCut) report("BODY_MISSING", type.value);
  if (isEmpty) return;
  if (!type) report("CONTENT_TYPE_MISSING", message.body);
  else if (!isCut) checkContent(message, type, report);
}

function checkContent(message: SipMessage, header: Header, report: Report): void {
  const { text, body } = message;
  if (isPlain(plainContentType, text, header.value)) {
    checkSdp(text, body, report);
    return;
  }
  const { type, params } = readContentType(text, header.value);
  const boundary = type.startsWith("multipart/") && paramValue(params, "boundary");
  if (boundary && !text.slice(body.start, body.end).includes(`--${boundary}--`)) {
    report("MULTIPART_NOT_CLOSED", { start: body.end, end: body.end });
  }
  for (const { contentType, range } of bodyParts(message)) {
    if (contentType === "application/sdp") checkSdp(text, range, report);
  }
}

function checkSdp(text: string, range: Range, report: Report): void {
  if (isPlain(SDP, text, range)) return;
  const lines = readSdpLines(text, range);
  const fault = lines.find(({ letter, value }, index) =>
    index === 0 ? letter !== "v" || value.text !== "0" : !/^[a-z]$/.test(letter),
  );
  if (fault || lines.length === 0) report("SDP_MALFORMED", fault?.range ?? range);
}
