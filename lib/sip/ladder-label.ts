import { headerValue } from "./ladder-headers";
import { shortText } from "./ladder-text";
import type { SipMessage } from "./message";

const MOST_LETTERS = 28;

/** "INVITE (SDP)", "200 OK (INVITE)": a response names the request that it answers. */
export function labelOf(read: SipMessage): string {
  const sdp = descriptionOf(read) ? ["SDP"] : [];
  if (read.kind === "request") return withNotes(shortText(read.method, MOST_LETTERS), sdp);
  const reason = shortText(read.text.slice(read.reason.start, read.reason.end), MOST_LETTERS);
  const asked = headerValue(read, "CSeq")?.split(/\s+/)[1] ?? "";
  return withNotes(`${read.status} ${reason}`.trim(), [shortText(asked, MOST_LETTERS), ...sdp]);
}

function withNotes(label: string, notes: readonly string[]): string {
  const said = notes.filter(Boolean);
  return said.length > 0 ? `${label} (${said.join(", ")})` : label;
}

/** The session description without its version line (RFC 4566 section 5.2), which alone changes when it is sent again. */
export function descriptionOf(read: SipMessage): string {
  const body = read.text.slice(read.body.start, read.body.end);
  const type = headerValue(read, "Content-Type")?.toLowerCase() ?? "";
  const hasSdp = type.includes("application/sdp") || body.toLowerCase().includes("application/sdp");
  return hasSdp && body ? body.replace(/^o=.*$/m, "") : "";
}
