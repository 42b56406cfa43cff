/** Parts of a message for tests; headers that are null are left out. */
type MessageParts = {
  start?: string;
  headers?: Record<string, string | null>;
  /** Lines behind the headers above, as they are. */
  lines?: string[];
  body?: string;
};

/** An OPTIONS without fault, with the parts given in place of its own. Content-Length fits the body unless given. */
export function messageWith({ start, headers, lines = [], body = "" }: MessageParts = {}): string {
  const all = {
    Via: "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776asdhds",
    "Max-Forwards": "70",
    From: '"Alice" <sip:alice@example.com>;tag=1928301774',
    To: "<sip:bob@example.com>",
    "Call-ID": "a84b4c76e66710@192.0.2.1",
    CSeq: "314159 OPTIONS",
    "Content-Length": String(body.length),
    ...headers,
  };
  const written = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return [start ?? "OPTIONS sip:bob@example.com SIP/2.0", ...written, ...lines, "", body].join("\r\n");
}

/** The same as an INVITE with a contact. */
export function inviteWith(parts: MessageParts = {}): string {
  return messageWith({
    start: "INVITE sip:bob@example.com SIP/2.0",
    ...parts,
    headers: { CSeq: "1 INVITE", Contact: "<sip:alice@192.0.2.1:5060>", ...parts.headers },
  });
}

/** The same as an answer. */
export function answerWith(parts: MessageParts = {}): string {
  const headers = { "Max-Forwards": null, To: "<sip:bob@example.com>;tag=a6c85cf", ...parts.headers };
  return messageWith({ start: "SIP/2.0 200 OK", ...parts, headers });
}

export const exampleSdp = [
  "v=0",
  "o=alice 2890844526 2890844526 IN IP4 192.0.2.1",
  "s=-",
  "c=IN IP4 192.0.2.1",
  "t=0 0",
  "m=audio 49170 RTP/AVP 0 101",
  "a=rtpmap:101 telephone-event/8000",
  "a=fmtp:101 0-15",
  "",
].join("\r\n");
