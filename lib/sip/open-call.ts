import type { Transport } from "@/lib/captures/packet";
import type { Call, CallKind, LegEvidence } from "./call";
import { newProgress, type Progress, takeMessage } from "./call-progress";
import type { LegTraits } from "./leg-traits";
import type { SipMessage } from "./message";
import { headerSigns, type MessageFacts } from "./message-facts";
import type { Range } from "./range";
import type { TraceMessage } from "./trace-message";

/** A call that is still being read: what is kept of it, and what its summary will say. */
export type OpenCall = {
  /** By what its messages are found: the Call-ID. */
  key: string;
  call: Call;
  first: FirstSight;
  progress: Progress;
  /** Messages seen, kept or not, and the bytes of the kept. */
  count: number;
  bytes: number;
  lastAt: number;
  isOpen: boolean;
  hosts: string[];
  transports: Transport[];
  /** Bits of `headerSigns` and `callSigns`. */
  signs: number;
  broken: number;
  odd: number;
  /** What other legs may share; none until an INVITE was seen. */
  traits: LegTraits | undefined;
  /** When it began to look for its other legs, and its place among those that do; -1 when it does not. */
  enteredAt: number;
  place: number;
  /** Whether other calls may find it by what it has in common with them. */
  isFindable: boolean;
  /** When it is looked at again. */
  lookAt: number;
  /** Calls that it may carry on, and that may carry it on: decided when the first of them is handed out. */
  mayComeFrom: { before: OpenCall; known: LegEvidence[] }[];
  mayGoOn: OpenCall[];
  /** The last two session descriptions; "" when there was none. */
  described: string;
  describedBefore: string;
};

/** Most calls have no candidates, and one list of none is enough for all; nothing is ever put into it. */
export const nobody: never[] = [];

/** What the first message claims, as written: read when the call is handed out. "" when it is absent. */
export type FirstSight = { from: string; to: string; agent: string; privacy: string };

/** Forms that a call shows by its messages; beside `headerSigns`. */
export const callSigns = { redirect: 256, forking: 512, lateOffer: 1024 } as const;

const kindOfMethod = new Map<string, CallKind>([
  ...["INVITE", "ACK", "BYE", "CANCEL", "PRACK", "UPDATE", "REFER", "INFO"].map(
    (method) => [method, "call"] as const,
  ),
  ["REGISTER", "registration"],
  ["MESSAGE", "message"],
  ...["SUBSCRIBE", "NOTIFY", "PUBLISH"].map((method) => [method, "subscription"] as const),
  ["OPTIONS", "probe"],
]);

export function openCall(start: {
  number: number;
  key: string;
  seen: TraceMessage;
  first: SipMessage;
  facts: MessageFacts;
}): OpenCall {
  const { number, key, seen, first, facts } = start;
  const kind = kindOfMethod.get(facts.method) ?? "other";
  return {
    key,
    call: { number, kind, callId: facts.callId, messages: [], legs: [], streams: [], isShortened: false },
    first: firstSight(first, facts),
    progress: newProgress(kind),
    count: 0,
    bytes: 0,
    lastAt: 0,
    isOpen: true,
    hosts: hostsOf(seen),
    transports: [seen.transport],
    signs: 0,
    broken: 0,
    odd: 0,
    traits: undefined,
    enteredAt: 0,
    place: -1,
    isFindable: false,
    lookAt: 0,
    mayComeFrom: nobody,
    mayGoOn: nobody,
    described: "",
    describedBefore: "",
  };
}

/** A list that is filled when it is made takes no room for more. */
function hostsOf({ source, destination }: TraceMessage): string[] {
  if (!source) return destination ? [destination.address] : [];
  if (!destination || destination.address === source.address) return [source.address];
  return [source.address, destination.address];
}

function firstSight({ text, headers }: SipMessage, { from, to }: MessageFacts): FirstSight {
  const sight = { from: textAt(text, from), to: textAt(text, to), agent: "", privacy: "" };
  for (let index = 0; index < headers.length; index++) {
    const { name, value } = headers[index] as (typeof headers)[number];
    if (name === "User-Agent") sight.agent = textAt(text, value);
    else if (name === "Privacy") sight.privacy = textAt(text, value);
  }
  return sight;
}

function textAt(text: string, range: Range | undefined): string {
  return range ? text.slice(range.start, range.end) : "";
}

/** Counts a message in. */
export function takeIn(open: OpenCall, seen: TraceMessage, read: SipMessage, facts: MessageFacts): void {
  open.count++;
  takeMessage(open.progress, facts, seen.at);
  open.signs |= facts.signs;
  if (facts.viaLines > 1 && facts.isRequest) open.signs |= headerSigns.proxied;
  if (facts.status >= 300 && facts.status < 400) open.signs |= callSigns.redirect;
  if (read.findings.length > 0) takeFindings(open, read);
  if (seen.source) noteOnce(open.hosts, seen.source.address);
  if (seen.destination) noteOnce(open.hosts, seen.destination.address);
  noteOnce(open.transports, seen.transport);
}

const maxNoted = 64;

function noteOnce<Value>(list: Value[], value: Value): void {
  if (!list.includes(value) && list.length < maxNoted) list.push(value);
}

function takeFindings(open: OpenCall, { findings }: SipMessage): void {
  for (let index = 0; index < findings.length; index++) {
    const weight = findings[index]?.weight;
    if (weight === "broken") open.broken++;
    else if (weight === "odd") open.odd++;
  }
}
