// What telling calls apart needs of a message: found by place, without reading any value to its end. Runs for every message.
import type { SipMessage } from "./message";
import type { Range } from "./range";

export type MessageFacts = {
  isRequest: boolean;
  /** Of the request, or of the request that this answers. */
  method: string;
  /** 0 for a request. */
  status: number;
  callId: string;
  /** -1 when there is none. */
  cseq: number;
  /** "" when there is none. */
  fromTag: string;
  toTag: string;
  /** Branch of the topmost Via; "" when there is none. */
  branch: string;
  /** How many Via header lines it has. */
  viaLines: number;
  /** Places of the values; none when the header is missing. */
  from: Range | undefined;
  to: Range | undefined;
  /** Signs of other headers, as `headerSigns` numbers them. */
  signs: number;
};

/** Headers that show a form or a claim by being there: a bit each. */
export const headerSigns = { proxied: 1, forwarding: 2, digest: 4, transfer: 8, identity: 16 } as const;

const places = { via: 32, from: 33, to: 34, callId: 35, cseq: 36 } as const;

const meaningOfHeader = new Map<string, number>([
  ["Via", places.via],
  ["From", places.from],
  ["To", places.to],
  ["Call-ID", places.callId],
  ["CSeq", places.cseq],
  ["Record-Route", headerSigns.proxied],
  ["Diversion", headerSigns.forwarding],
  ["History-Info", headerSigns.forwarding],
  ["Authorization", headerSigns.digest],
  ["Proxy-Authorization", headerSigns.digest],
  ["WWW-Authenticate", headerSigns.digest],
  ["Proxy-Authenticate", headerSigns.digest],
  ["Refer-To", headerSigns.transfer],
  ["Replaces", headerSigns.transfer],
  ["Referred-By", headerSigns.transfer],
  ["Identity", headerSigns.identity],
]);

export function factsOf(read: SipMessage): MessageFacts {
  const { text, headers } = read;
  let callId: Range | undefined;
  let cseq: Range | undefined;
  let from: Range | undefined;
  let to: Range | undefined;
  let via: Range | undefined;
  let viaLines = 0;
  let signs = 0;
  for (let index = 0; index < headers.length; index++) {
    const header = headers[index] as (typeof headers)[number];
    const meaning = meaningOfHeader.get(header.name);
    if (meaning === undefined) continue;
    if (meaning < places.via) signs |= meaning;
    else if (meaning === places.via) {
      via ??= header.value;
      viaLines++;
    } else if (meaning === places.from) from ??= header.value;
    else if (meaning === places.to) to ??= header.value;
    else if (meaning === places.callId) callId ??= header.value;
    else cseq ??= header.value;
  }
  const isRequest = read.kind === "request";
  return {
    isRequest,
    method: isRequest ? read.method : methodOf(text, cseq),
    status: isRequest ? 0 : read.status,
    callId: callId ? text.slice(callId.start, callId.end) : "",
    cseq: numberOf(text, cseq),
    fromTag: tagOf(text, from),
    toTag: tagOf(text, to),
    branch: via ? parameterAt(text, via, via.start, ";branch=") : "",
    viaLines,
    from,
    to,
    signs,
  };
}

const zero = 48;
const space = 32;
const comma = 44;
const semicolon = 59;

function numberOf(text: string, cseq: Range | undefined): number {
  if (!cseq) return -1;
  let number = 0;
  let at = cseq.start;
  for (; at < cseq.end; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return at === cseq.start ? -1 : number;
}

/** The method in CSeq, by which a response says what it answers. */
function methodOf(text: string, cseq: Range | undefined): string {
  if (!cseq) return "";
  let start = cseq.end;
  while (start > cseq.start && text.charCodeAt(start - 1) > space) start--;
  return knownMethod(text, start, cseq.end);
}

const methods = ["INVITE", "BYE", "REGISTER", "OPTIONS", "CANCEL", "NOTIFY", "SUBSCRIBE", "PRACK", "UPDATE"];

/** One string for each usual method, so that nothing of the message is held on to. */
function knownMethod(text: string, start: number, end: number): string {
  for (const method of methods) {
    if (method.length === end - start && text.startsWith(method, start)) return method;
  }
  return text.slice(start, end);
}

function tagOf(text: string, value: Range | undefined): string {
  if (!value) return "";
  // A display name may hold anything, even ";tag=": the parameters of the header follow the last bracket.
  const bracket = text.lastIndexOf(">", value.end - 1);
  return parameterAt(text, value, Math.max(bracket, value.start), ";tag=");
}

function parameterAt(text: string, { end }: Range, from: number, key: string): string {
  let at = text.indexOf(";", from);
  if (at < 0 || at >= end) return "";
  if (!text.startsWith(key, at)) {
    at = text.indexOf(key, at);
    if (at < 0 || at >= end) at = spacedIndexOf(text, from, end, key);
    if (at < 0) return "";
  }
  let start = text.indexOf("=", at) + 1;
  while (start < end && text.charCodeAt(start) <= space) start++;
  let stop = start;
  for (; stop < end; stop++) {
    const letter = text.charCodeAt(stop);
    if (letter === semicolon || letter === comma || letter <= space) break;
  }
  return text.slice(start, stop);
}

/** The rare spellings: capitals, or white space around the marks (RFC 3261 section 7.3.1). */
function spacedIndexOf(text: string, from: number, end: number, key: string): number {
  if (end - from > 2000) return -1;
  const spelling = key === ";tag=" ? /;\s{0,9}tag\s{0,9}=/i : /;\s{0,9}branch\s{0,9}=/i;
  const found = spelling.exec(text.slice(from, end));
  return found ? from + found.index : -1;
}
