import { checkBytes } from "./check-bytes";
import { isPlain, plainText } from "./check-plain";
import { firstHeader } from "./header-values";
import type { SipResponse } from "./message";
import { readNameAddr } from "./name-addr";
import type { Report } from "./report";

/** What an answer must say (RFC 3261 sections 7.2, 8.2.6.2). */
export function checkResponse({ text, status, reason, headers }: SipResponse, report: Report): void {
  if (!isPlain(plainText, text, reason)) checkBytes(text, reason, report);
  const to = firstHeader(headers, "To");
  if (!to || status === 100) return;
  const tag = text.indexOf(";tag=", to.value.start);
  if (tag > 0 && tag < to.value.end) return;
  const { params } = readNameAddr(text, to.value);
  if (!params.some(({ name }) => name === "tag")) report("MISSING_TO_TAG", to.value);
}
