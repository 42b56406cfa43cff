import type { MessageFindingCode } from "./finding-codes";
import { firstHeader } from "./header-values";
import type { SipMessage } from "./message";
import type { Report } from "./report";

type Needed = readonly (readonly [name: string, code: MessageFindingCode])[];

// RFC 3261 section 8.2.6.2: an answer copies them from its request.
const always: Needed = [
  ["Via", "MISSING_VIA"],
  ["From", "MISSING_FROM"],
  ["To", "MISSING_TO"],
  ["Call-ID", "MISSING_CALL_ID"],
  ["CSeq", "MISSING_CSEQ"],
];
// RFC 3261 sections 8.1.1 and 8.1.1.8.
const inRequests: Needed = [...always, ["Max-Forwards", "MISSING_MAX_FORWARDS"]];
const inInvites: Needed = [...inRequests, ["Contact", "MISSING_CONTACT"]];

/** Reports the headers that a message must have and has not, at the end of those it has. */
export function checkPresence(message: SipMessage, report: Report): void {
  for (const [name, code] of neededBy(message)) {
    if (firstHeader(message.headers, name)) continue;
    const end = message.headers.at(-1)?.range.end ?? message.body.start;
    report(code, { start: end, end });
  }
}

function neededBy(message: SipMessage): Needed {
  if (message.kind === "response") return always;
  return message.method === "INVITE" ? inInvites : inRequests;
}
