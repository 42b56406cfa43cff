import { checkBody } from "./check-body";
import { checkBytes } from "./check-bytes";
import { headerChecks, textCheck } from "./check-headers";
import { isPlain } from "./check-plain";
import { checkPresence } from "./check-presence";
import { checkRequest } from "./check-request";
import { checkResponse } from "./check-response";
import { headerForm } from "./header-names";
import { valuesOf } from "./header-values";
import type { Header, SipMessage } from "./message";
import type { ReadOptions } from "./read-options";
import type { Report } from "./report";

/** Checks each header by itself, then what the parts of a message say of each other. Reports, and never fails. */
export function checkMessage(message: SipMessage, options: ReadOptions, report: Report): void {
  const { text, headers } = message;
  for (let at = 0; at < headers.length; at += 1) {
    const header = headers[at] as Header;
    checkHeader(text, header, report);
    if (stoodBefore(headers, at) && headerForm(header.name)?.isUnique)
      report("HEADER_REPEATED", header.range);
  }
  checkPresence(message, report);
  if (message.kind === "request") checkRequest(message, report);
  else checkResponse(message, report);
  checkBody(message, options, report);
}

/** Whether a header above has the name of this one. A message has few headers, and readers keep at most a thousand. */
function stoodBefore(headers: readonly Header[], at: number): boolean {
  const name = headers[at]?.name;
  for (let above = 0; above < at; above += 1) if (headers[above]?.name === name) return true;
  return false;
}

function checkHeader(text: string, header: Header, report: Report): void {
  const check = headerChecks.get(header.name) ?? textCheck;
  if (check === textCheck) checkName(header, report);
  if (isPlain(check.plain, text, header.value)) return;
  checkBytes(text, header.value, report);
  if (!check.closely) return;
  for (const value of valuesOf(text, header)) {
    if (value.end > value.start) check.closely(text, value, report);
    else report("EMPTY_VALUE", value);
  }
}

// RFC 3261 section 7.3.1. A line without a name was told of when it was read.
function checkName(header: Header, report: Report): void {
  if (header.name === "" || headerForm(header.name) || /^[\w.!%*+`'~-]+$/.test(header.name)) return;
  report("HEADER_NAME_NOT_TOKEN", {
    start: header.range.start,
    end: header.range.start + header.name.length,
  });
}
