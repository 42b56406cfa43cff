import type { Endpoint } from "@/lib/captures/packet";
import { hostPort } from "./draft";

/** What client and server say before a WebSocket carries SIP (RFC 7118 section 4.1). */
export function webSocketGreeting(server: Endpoint): [request: string, answer: string] {
  const request = [
    "GET / HTTP/1.1",
    `Host: ${hostPort(server)}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: bmlnaHRqYXItZXhhbXBsZQ==",
    "Sec-WebSocket-Protocol: sip",
    "Sec-WebSocket-Version: 13",
  ];
  const answer = [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Accept: 9j8qVxcReGFCNbJ7HA0YvIXikX0=",
    "Sec-WebSocket-Protocol: sip",
  ];
  return [headOf(request), headOf(answer)];
}

function headOf(lines: readonly string[]): string {
  return `${lines.join("\r\n")}\r\n\r\n`;
}

const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;

/** One unfragmented text frame (RFC 6455 section 5.2); what a client sends is masked. */
export function webSocketFrame(text: string, { isMasked }: { isMasked: boolean }): string {
  const { length } = text;
  const bit = isMasked ? 0x80 : 0;
  const size = length < 126 ? [bit | length] : [bit | 126, length >> 8, length & 0xff];
  const head = String.fromCharCode(0x81, ...size);
  if (!isMasked) return head + text;
  const masked = Array.from(text, (letter, place) => letter.charCodeAt(0) ^ (MASK[place % 4] ?? 0));
  return head + String.fromCharCode(...MASK, ...masked);
}
