import type { RtpStream } from "@/lib/captures/rtp-stream";
import type { CallStory, Host, ReadMessage } from "./call-story";
import { readSipMessage } from "./read-message";

// Stories made by hand for tests: a line for each message, as a ladder shows it.

const SECOND = 1_000_000;
/** 2 March 2026, 22:15:00 UTC, in microseconds. */
export const START = 1_772_489_700 * SECOND;

/** "A>B INVITE sdp", "B>A 200 OK INVITE": who sent it, what it is, and whether it carries a session description. */
export type Line = {
  line: string;
  /** Seconds since the start; none for a log without times. */
  after?: number;
  repeats?: number;
  call?: number;
  isPlaceless?: boolean;
  /** Further header lines. */
  headers?: string[];
};

/** The places A, B, C... of a story; each is 192.0.2.1, .2, .3... */
export function hostOf(letter: string, changed: Partial<Host> = {}): Host {
  const address = addressOf(letter);
  return { id: address, address, ports: [5060], role: "host", software: [], ...changed };
}

export function addressOf(letter: string): string {
  return `192.0.2.${letter.charCodeAt(0) - "A".charCodeAt(0) + 1}`;
}

export function buildStory(lines: readonly Line[], changed: Partial<CallStory> = {}): CallStory {
  const letters = [...new Set(lines.flatMap(({ line }) => [line.slice(0, 1), line.slice(2, 3)]))];
  const hosts = lines.every(({ isPlaceless }) => isPlaceless) ? [] : letters.map((letter) => hostOf(letter));
  return {
    calls: [...new Set(lines.map(({ call = 1 }) => call))],
    state: "completed",
    hasEarlyMedia: false,
    messages: lines.map(messageOf),
    hosts,
    parties: [],
    shapes: [],
    security: [],
    media: [],
    findings: [],
    ...changed,
  };
}

function messageOf(
  { line, after, repeats, call = 1, isPlaceless, headers = [] }: Line,
  index: number,
): ReadMessage {
  const [ends = "", ...said] = line.split(" ");
  const [source, destination] = [ends.slice(0, 1), ends.slice(2, 3)].map((letter) => ({
    address: addressOf(letter),
    port: 5060,
  }));
  const text = textOf(said, call, headers);
  const seen = {
    number: index + 1,
    at: after === undefined ? undefined : START + after * SECOND,
    transport: "udp" as const,
    ...(isPlaceless ? {} : { source, destination }),
    frame: index + 1,
    text,
  };
  return { seen, read: readSipMessage(text), call, number: index + 1, repeats };
}

function textOf(said: readonly string[], call: number, headers: readonly string[]): string {
  const hasSdp = said.at(-1) === "sdp";
  const words = hasSdp ? said.slice(0, -1) : said;
  const isAnswer = /^\d{3}$/.test(words[0] ?? "");
  const method = isAnswer ? words.at(-1) : words[0];
  const first = isAnswer
    ? `SIP/2.0 ${words.slice(0, -1).join(" ")}`
    : `${method} sip:bob@example.test SIP/2.0`;
  const body = hasSdp
    ? "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 6000 RTP/AVP 8\r\n"
    : "";
  return [
    first,
    "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1",
    "Max-Forwards: 70",
    `From: <sip:alice@example.com>;tag=a${call}`,
    `To: <sip:bob@example.test>;tag=b${call}`,
    `Call-ID: call${call}@example.com`,
    `CSeq: 1 ${method}`,
    "Contact: <sip:alice@192.0.2.1>",
    ...headers,
    ...(hasSdp ? ["Content-Type: application/sdp"] : []),
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}

/** Five seconds of G.711 from `source` to `destination`, written "192.0.2.1:6000". */
export function buildStream(
  source: string,
  destination: string,
  changed: Partial<RtpStream> = {},
): RtpStream {
  return {
    source: endpointOf(source),
    destination: endpointOf(destination),
    ssrc: 1,
    payloadTypes: [8],
    codec: "PCMA",
    startedAt: START + SECOND,
    endedAt: START + 6 * SECOND,
    packets: 250,
    payloadBytes: 40_000,
    lost: 0,
    duplicates: 0,
    outOfOrder: 0,
    gaps: [],
    digits: [],
    ...changed,
  };
}

function endpointOf(text: string): { address: string; port: number } {
  const [address = "", port] = text.split(":");
  return { address, port: Number(port) };
}
