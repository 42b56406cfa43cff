import type { Progress } from "./call-progress";
import type { Passing } from "./leg-watch";
import type { SipMessage } from "./message";
import type { Range } from "./range";

/** What a call has that another leg of it may share. Lists hold a few values. */
export type LegTraits = {
  callId: string;
  progress: Progress;
  invitedAt: number | undefined;
  source: string;
  sourcePort: number;
  destination: string;
  destinationPort: number;
  /** Every address that an INVITE of the call was sent to. */
  destinations: string[];
  /** Who sent its INVITE on. */
  forwarders: string[];
  caller: string;
  called: string[];
  sessionIds: string[];
  icid: string;
  /** Values of private headers, which may be another's Call-ID. */
  named: string[];
  /** The o= line of the calling side. */
  origin: string;
  /** "address:port" of the descriptions of either side. */
  callerMedia: string[];
  calledMedia: string[];
  /** How many calls left from, or came to, the host between: counted while the calls are new. */
  chainBefore: number;
  chainAfter: number;
};

/** Reads the traits of a call from the INVITE that began it. */
export function legTraitsOf({ open, seen, read, facts }: Passing): LegTraits {
  const { text } = read;
  const target = read.kind === "request" ? comparableUser(userAt(text, read.uri)) : "";
  const { sessionIds, icid, named } = identifiersOf(read);
  const to = facts.to ? comparableUser(userAt(text, facts.to)) : "";
  return {
    callId: open.call.callId,
    progress: open.progress,
    invitedAt: seen.at,
    source: seen.source?.address ?? "",
    sourcePort: seen.source?.port ?? 0,
    destination: seen.destination?.address ?? "",
    destinationPort: seen.destination?.port ?? 0,
    destinations: seen.destination ? [seen.destination.address] : [],
    forwarders: none,
    caller: facts.from ? comparableUser(userAt(text, facts.from)) : "",
    called: target === to || to === "" ? notEmpty(target) : [...notEmpty(target), to],
    sessionIds,
    icid,
    named,
    origin: "",
    callerMedia: none,
    calledMedia: none,
    chainBefore: 0,
    chainAfter: 0,
  };
}

function notEmpty(user: string): string[] {
  return user === "" ? none : [user];
}

const colon = 58;
const semicolon = 59;
const bracket = 62;
const at = 64;

/** The user in the first URI of a value: what stands between its scheme and "@", or a tel URI's number. */
export function userAt(text: string, { start, end }: Range): string {
  let from = text.indexOf("<", start);
  if (from < 0 || from > end) from = start;
  from = text.indexOf(":", from) + 1;
  if (from <= 0 || from >= end) return "";
  const isTel = text.charCodeAt(from - 2) === 108;
  for (let place = from; place < end; place++) {
    const letter = text.charCodeAt(place);
    if (letter === at || letter === semicolon || letter === colon) return text.slice(from, place);
    if (letter === bracket) return isTel ? text.slice(from, place) : "";
  }
  return isTel ? text.slice(from, end) : "";
}

/** Users that say nothing of who or what is meant. */
const empty = new Set([
  "anonymous",
  "unknown",
  "unavailable",
  "restricted",
  "private",
  "withheld",
  "asterisk",
  "freeswitch",
  "sipp",
  "service",
  "invalid",
  "none",
  "user",
  "test",
  "s",
]);

/**
 * A user or number as it compares between networks: of a number its last nine digits, because prefixes come and go on
 * the way; "" for what many calls share.
 */
export function comparableUser(user: string): string {
  if (!/^[+\d]/.test(user)) return plainUser(user.toLowerCase());
  const digits = /^\+?\d+$/.test(user) ? user : user.replace(/[-.() ]/g, "");
  if (!/^\+?\d+$/.test(digits)) return user.toLowerCase();
  return digits.length > 9 ? digits.slice(-9) : digits.replace("+", "");
}

function plainUser(user: string): string {
  return empty.has(user) ? "" : user;
}

const maxNamed = 12;
/** Most calls have none, and one list of none is enough for all; nothing is ever put into it. */
const none: string[] = [];

type Identifiers = Pick<LegTraits, "sessionIds" | "icid" | "named">;

/** Identifiers that go from leg to leg, and values of private headers: "X-Call-ID", "X-CID" and whatever they are called. */
function identifiersOf({ text, headers }: SipMessage): Identifiers {
  const found: Identifiers = { sessionIds: none, icid: "", named: none };
  for (let index = 0; index < headers.length; index++) {
    const { name, value } = headers[index] as (typeof headers)[number];
    if (name === "Session-ID") found.sessionIds = sessionIdsIn(text.slice(value.start, value.end));
    else if (name === "P-Charging-Vector") found.icid = icidIn(text.slice(value.start, value.end));
    else if (isPrivate(name) && found.named.length < maxNamed) {
      const length = value.end - value.start;
      if (length < 6 || length > 256) continue;
      if (found.named === none) found.named = [];
      found.named.push(bareValue(text.slice(value.start, value.end)));
    }
  }
  return found;
}

/** "X-..." or "P-...", which networks and products make for themselves. */
function isPrivate(name: string): boolean {
  if (name.charCodeAt(1) !== 45) return false;
  const letter = name.charCodeAt(0) | 32;
  return letter === 120 || letter === 112;
}

function bareValue(value: string): string {
  const semicolon = value.indexOf(";");
  return (semicolon < 0 ? value : value.slice(0, semicolon)).replace(/^<|>$/g, "");
}

/** RFC 7989 section 5: "local;remote=other", 32 hex digits each; the nil one stands for "not known yet". */
function sessionIdsIn(written: string): string[] {
  const found =
    written
      .slice(0, 200)
      .toLowerCase()
      .match(/\b[0-9a-f]{32}\b/g) ?? [];
  return found.filter((id) => !/^0+$/.test(id)).slice(0, 2);
}

function icidIn(written: string): string {
  return /icid-value\s{0,9}=\s{0,9}"?([^";,\s]{1,200})/i.exec(written)?.[1] ?? "";
}
