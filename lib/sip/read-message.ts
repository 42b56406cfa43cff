import { checkMessage } from "./check-message";
import type { Finding } from "./finding";
import { readHeaderLines } from "./header-lines";
import type { SipMessage } from "./message";
import { bodyRange } from "./message-body";
import type { ReadOptions } from "./read-options";
import { reportInto } from "./report";
import { readStartLine } from "./start-line";

/**
 * Reads one SIP message: start line, headers, body, and what is odd about them (codes in finding-codes.ts).
 * `text` holds its bytes as ISO 8859-1. Never throws, never drops: the headers cover every byte between start line and
 * body, and bytes behind the body are a finding. Time and memory grow with the length of the text alone.
 */
export function readSipMessage(text: string, options: ReadOptions = {}): SipMessage {
  const findings: Finding[] = [];
  const report = reportInto(findings);
  const line = readStartLine(text, report);
  const { headers, bodyStart, isEnded } = readHeaderLines(text, line.end, report);
  if (!isEnded) report("HEADERS_NOT_ENDED", { start: text.length, end: text.length });
  const body = bodyRange({ text, headers, bodyStart, options }, report);
  const message: SipMessage = line.isRequest
    ? { kind: "request", method: line.method, uri: line.uri, text, headers, body, findings }
    : { kind: "response", status: line.status, reason: line.reason, text, headers, body, findings };
  checkMessage(message, options, report);
  if (findings.length === 0) return message;
  if (options.isCut && !isEnded) message.findings = beforeCut(message);
  message.findings.sort((one, other) => one.range.start - other.range.start);
  return message;
}

/** Where the capture cut the headers, the last line and all that is missing behind it is not the sender's fault. */
function beforeCut({ headers, findings }: SipMessage): Finding[] {
  const cut = headers.at(-1)?.range.start ?? 0;
  return findings.filter(({ range }) => range.start < cut);
}
