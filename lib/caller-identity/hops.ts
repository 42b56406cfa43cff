import type { Call, LegLink } from "@/lib/sip/call";
import { paramValue } from "@/lib/sip/header-params";
import { valuesOf } from "@/lib/sip/header-values";
import type { SipMessage } from "@/lib/sip/message";
import { readNameAddr } from "@/lib/sip/name-addr";
import type { TraceMessage } from "@/lib/sip/trace-message";
import { readUnchecked } from "./read-unchecked";

/** The request that began a call, as one host handed it to the next. */
export type Hop = {
  seen: TraceMessage;
  read: SipMessage;
  /** Address of the host that sent it, when the trace tells. */
  by?: string;
  to?: string;
  /** Number of the call (leg) it belongs to. */
  call: number;
  viaCount: number;
  /** Whether its sender proved in this call that it knows an account's password, as only customers have to. */
  hasCredentials: boolean;
};

/** More different requests than this are not read: forks and retries beyond it bring nothing new. */
const MOST_READ = 16;

/**
 * The hops of a call in the order of the way: the legs that brought it here, the call itself, the legs that carried it
 * on; within a leg as the capture saw them. Each pair of hosts once, with its last attempt.
 */
export function hopsOf(calls: readonly Call[], mostRead = MOST_READ): Hop[] {
  return inOrderOfTheWay(calls).flatMap((call) => hopsOfLeg(call, mostRead));
}

function inOrderOfTheWay([asked, ...legs]: readonly Call[]): Call[] {
  if (!asked) return [];
  const isBefore = ({ number }: Call) => directionOf(asked.legs, number) === "before";
  const startedAt = ({ messages }: Call) => messages[0]?.at ?? 0;
  const byTime = [...legs].sort((one, other) => startedAt(one) - startedAt(other));
  return [...byTime.filter(isBefore), asked, ...byTime.filter((leg) => !isBefore(leg))];
}

function directionOf(legs: readonly LegLink[], call: number): LegLink["direction"] | undefined {
  return legs.find((leg) => leg.call === call)?.direction;
}

function hopsOfLeg(call: Call, mostRead: number): Hop[] {
  const hops = new Map<string, Hop>();
  for (const hop of beginnings(call, mostRead)) {
    const way = `${hop.by} ${hop.seen.source?.port} ${hop.to} ${hop.seen.destination?.port} ${hop.viaCount}`;
    const earlier = hops.get(way);
    hops.set(way, { ...hop, hasCredentials: hop.hasCredentials || earlier?.hasCredentials === true });
  }
  return hops.size > 0 ? [...hops.values()] : fromAnswer(call);
}

/** Requests outside a dialog with the method that began the call; repeated bytes are read once. */
function beginnings(call: Call, mostRead: number): Hop[] {
  const hops: Hop[] = [];
  const start = beginningOf(call);
  let before = "";
  let left = mostRead;
  for (const seen of call.messages) {
    if (start === "" || !seen.text.startsWith(start) || seen.text === before) continue;
    if (left === 0) break;
    left -= 1;
    before = seen.text;
    const hop = readHop(call.number, seen);
    if (!hasToTag(hop.read)) hops.push(hop);
  }
  return hops;
}

/** "INVITE " where the call has one; else the method of its first request. */
function beginningOf({ kind, messages }: Call): string {
  if (kind === "call") return "INVITE ";
  const first = messages.find(({ text }) => !text.startsWith("SIP/"))?.text ?? "";
  return first.slice(0, first.indexOf(" ") + 1);
}

function readHop(call: number, seen: TraceMessage): Hop {
  const read = readUnchecked(seen.text, { isCut: seen.isCut });
  let viaCount = 0;
  let hasCredentials = false;
  for (const header of read.headers) {
    if (header.name === "Via") viaCount += valuesOf(read.text, header).length;
    hasCredentials ||= header.name === "Proxy-Authorization" || header.name === "Authorization";
  }
  return {
    seen,
    read,
    by: seen.source?.address,
    to: seen.destination?.address,
    call,
    viaCount,
    hasCredentials,
  };
}

// RFC 3261 section 12.2: a request with a To tag stands inside a dialog, and then From may be either side.
function hasToTag({ headers, text }: SipMessage): boolean {
  const to = headers.find(({ name }) => name === "To")?.value;
  if (!to || !/tag/i.test(text.slice(to.start, to.end))) return false;
  return paramValue(readNameAddr(text, to).params, "tag") !== undefined;
}

/** Where the trace holds answers only: they repeat From as it was asked (RFC 3261 section 8.2.6.2), and go the other way. */
function fromAnswer(call: Call): Hop[] {
  const seen = call.kind === "call" ? call.messages.find(({ text }) => isAnswerToInvite(text)) : undefined;
  if (!seen) return [];
  const hop = readHop(call.number, seen);
  return [{ ...hop, by: hop.to, to: hop.by, hasCredentials: false }];
}

function isAnswerToInvite(text: string): boolean {
  return text.startsWith("SIP/") && /^CSeq\s*:\s*\d+\s+INVITE/im.test(text);
}
