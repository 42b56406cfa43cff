// SIP messages being written, for traces that tests, benches and the example case make up.
import type { Endpoint } from "@/lib/captures/packet";

export type HeaderLine = readonly [name: string, value: string];

/** A message before it becomes text. */
export type Draft = { startLine: string; headers: HeaderLine[]; body: string };

const FOLLOWED_BACK = new Set(["via", "from", "to", "call-id", "cseq", "record-route"]);

export function draftText({ startLine, headers, body }: Draft): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `${startLine}\r\n${lines}Content-Length: ${body.length}\r\n\r\n${body}`;
}

export type Answer = {
  status: number;
  reason: string;
  /** Tag that the answering side puts on the To header; none for a 100. */
  toTag?: string;
  headers?: readonly HeaderLine[];
  body?: string;
};

/** RFC 3261 section 8.2.6: an answer repeats Via, From, To, Call-ID and CSeq of its request. */
export function answerTo(request: Draft, { status, reason, toTag, headers = [], body = "" }: Answer): Draft {
  const repeated = request.headers
    .filter(([name]) => FOLLOWED_BACK.has(name.toLowerCase()))
    .map(
      ([name, value]): HeaderLine => [
        name,
        name === "To" && toTag && !value.includes(";tag=") ? `${value};tag=${toTag}` : value,
      ],
    );
  return { startLine: `SIP/2.0 ${status} ${reason}`, headers: [...repeated, ...headers], body };
}

/** What a proxy sends on: one Via more, one hop fewer, its own Route gone, and what else it writes. */
export function forwarded(
  draft: Draft,
  { by, branch, added = [] }: { by: Endpoint; branch: string; added?: readonly HeaderLine[] },
): Draft {
  const own = draft.headers.findIndex(([name, value]) => name === "Route" && value === routeOf(by)[1]);
  const kept = draft.headers.filter((_, place) => place !== own);
  const counted = kept.map(
    ([name, value]): HeaderLine => [name, name === "Max-Forwards" ? String(Number(value) - 1) : value],
  );
  const headers = [viaOf(by, branch, transportOf(draft)), ...counted, ...added];
  return { ...draft, headers };
}

/** What a proxy passes back: without the Via that was its own. */
export function passedBack(draft: Draft): Draft {
  const own = draft.headers.findIndex(([name]) => name === "Via");
  return { ...draft, headers: draft.headers.filter((_, place) => place !== own) };
}

export function routeOf(server: Endpoint): HeaderLine {
  return ["Route", `<sip:${hostPort(server)};lr>`];
}

export function viaOf(by: Endpoint, branch: string, transport: string): HeaderLine {
  return ["Via", `SIP/2.0/${transport} ${hostPort(by)};branch=${branch}`];
}

function transportOf(draft: Draft): string {
  return /^SIP\/2\.0\/(\w+)/.exec(headerOf(draft, "Via"))?.[1] ?? "UDP";
}

export function headerOf(draft: Draft, wanted: string): string {
  return draft.headers.find(([name]) => name === wanted)?.[1] ?? "";
}

/** RFC 3261 section 25.1: an IPv6 address stands in brackets. */
export function hostPort({ address, port }: Endpoint): string {
  return `${hostOf(address)}:${port}`;
}

export function hostOf(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}
