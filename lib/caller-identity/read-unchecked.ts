import { readHeaderLines } from "@/lib/sip/header-lines";
import type { SipMessage } from "@/lib/sip/message";
import { bodyRange } from "@/lib/sip/message-body";
import type { ReadOptions } from "@/lib/sip/read-options";
import type { Report } from "@/lib/sip/report";
import { readStartLine } from "@/lib/sip/start-line";

const nobody: Report = () => {};

/** Reads a message as `readSipMessage` does, without looking for oddities: those were told when the trace was read. */
export function readUnchecked(text: string, options: ReadOptions = {}): SipMessage {
  const line = readStartLine(text, nobody);
  const { headers, bodyStart } = readHeaderLines(text, line.end, nobody);
  const body = bodyRange({ text, headers, bodyStart, options }, nobody);
  const parts = { text, headers, body, findings: [] };
  return line.isRequest
    ? { kind: "request", method: line.method, uri: line.uri, ...parts }
    : { kind: "response", status: line.status, reason: line.reason, ...parts };
}
