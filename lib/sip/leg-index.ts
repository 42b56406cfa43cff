import type { LegEvidence } from "./call";
import type { LegTraits } from "./leg-traits";
import { isChain, type LegScore, legLink, legScore, legThreshold } from "./legs";
import type { OpenCall } from "./open-call";

type Candidate = { before: OpenCall; known: LegEvidence[] };

/** A call whose keys are to be taken back when the window has passed; empty once they were. */
export type RecentCall = { open: OpenCall | undefined; at: number };

/** Where legs look for each other while a trace is read. */
export type LegIndex = {
  /** A call has begun with an INVITE: its traits are there, and calls of the last minute may be its other legs. */
  started(open: OpenCall, now: number): void;
  /** Both calls are named by one message: by Replaces, or by the Refer-To of a REFER. */
  named(before: OpenCall, after: OpenCall, evidence: LegEvidence): void;
  /** A media address has become known that may turn up in another call. */
  announced(open: OpenCall, place: string, isCallers: boolean): void;
  /** A REFER asks for a call to the user at the host. */
  referred(open: OpenCall, target: string, now: number): void;
  /** Whether any REFER was seen lately. */
  hasReferrals(): boolean;
  /** The call whose REFER asked for such a call in the last minute. */
  referrerOf(target: string, now: number): OpenCall | undefined;
  /** A call is handed out: decides which calls are its legs, and writes the links into both. */
  settle(open: OpenCall): void;
};

/** 64 s: a leg begins while the other one is being set up, and that takes no longer than two transactions (64 * T1). */
const windowUs = 64_000_000;
/** The latest calls of one key that are compared, and those compared in all. */
const maxOfKey = 6;
const maxCompared = 12;
/** Keys kept of one call. */
const maxKeys = 40;

/** Calls below this can not become legs by what is added at their end. */
const hopeful = legThreshold - 45;

/** REFERs that wait for their call. */
const maxReferrals = 256;

/** `callOf` gives the open call of a Call-ID. */
export function createLegIndex(callOf: (callId: string) => OpenCall | undefined): LegIndex {
  const byKey = new Map<string, OpenCall[]>();
  let recent: RecentCall[] = [];
  let head = 0;
  const referrals = new Map<string, { open: OpenCall; until: number }>();
  let namesOthers = false;

  function remember(key: string, open: OpenCall): void {
    open.legKeys.push(key);
    const calls = byKey.get(key);
    if (!calls) byKey.set(key, [open]);
    else if (calls[calls.length - 1] !== open) {
      if (calls.length >= maxOfKey) calls.shift();
      calls.push(open);
    }
  }

  function enter(open: OpenCall, now: number): void {
    const entry = { open, at: now };
    open.recent = entry;
    recent.push(entry);
    for (let next = recent[head]; next && now - next.at > windowUs; next = recent[head]) {
      head++;
      if (next.open) leave(next.open);
    }
    if (head > 4096 && head * 2 > recent.length) {
      recent = recent.slice(head);
      head = 0;
    }
  }

  function leave(open: OpenCall): void {
    for (const key of open.legKeys) {
      const calls = byKey.get(key);
      if (!calls) continue;
      const place = calls.indexOf(open);
      if (place >= 0) calls.splice(place, 1);
      if (calls.length === 0) byKey.delete(key);
    }
    open.legKeys = [];
    // A call that was handed out must not be held on to.
    if (open.recent) open.recent.open = undefined;
  }

  function compare(open: OpenCall, keys: string[]): void {
    let compared = 0;
    for (const key of keys) {
      const calls = byKey.get(key);
      if (!calls) continue;
      for (let index = calls.length - 1; index >= 0 && compared < maxCompared; index--) {
        const other = calls[index] as OpenCall;
        if (other === open || !other.isOpen) continue;
        compared++;
        consider(other, open);
      }
    }
  }

  return {
    started(open, now) {
      const { traits } = open;
      if (!traits) return;
      enter(open, now);
      const keys = keysOf(traits);
      compare(open, keys);
      for (const value of traits.named) nameOther(open, callOf(value), value);
      if (namesOthers) compare(open, [`x${traits.callId}`]);
      if (traits.source !== "") {
        const arrived = `h${traits.source}`;
        compare(open, [arrived]);
        countChains(traits, byKey.get(arrived) ?? []);
      }
      for (const key of keys) remember(key, open);
      for (const value of traits.named) remember(`x${value}`, open);
      namesOthers ||= traits.named.length > 0;
      if (traits.destination !== "") remember(`h${traits.destination}`, open);
    },
    named: (before, after, evidence) => propose(before, after, [evidence]),
    announced(open, place, isCallers) {
      // A controller carries it from one call's called side to the other's calling side.
      compare(open, [`${isCallers ? "n" : "m"}${place}`]);
      if (open.legKeys.length < maxKeys) remember(`${isCallers ? "m" : "n"}${place}`, open);
    },
    referred(open, target, now) {
      referrals.set(target, { open, until: now + windowUs });
      if (referrals.size <= maxReferrals) return;
      for (const oldest of referrals.keys()) return void referrals.delete(oldest);
    },
    hasReferrals: () => referrals.size > 0,
    referrerOf(target, now) {
      const found = referrals.get(target);
      return found && found.until >= now ? found.open : undefined;
    },
    settle(open) {
      decide(open);
      for (const after of open.mayGoOn.slice()) decide(after);
      open.mayGoOn = [];
      leave(open);
      for (const [target, referral] of referrals) if (referral.open === open) referrals.delete(target);
    },
  };
}

/** Strong keys first: what comes late may not be compared any more. */
function keysOf({ sessionIds, icid, caller, called }: LegTraits): string[] {
  const keys = sessionIds.map((id) => `s${id}`);
  if (icid !== "") keys.push(`i${icid}`);
  for (const user of called) keys.push(`c${user}`);
  if (caller !== "") keys.push(`f${caller}`);
  return keys;
}

/** A private header may hold another's Call-ID however long ago that call began. */
function nameOther(after: OpenCall, before: OpenCall | undefined, callId: string): void {
  if (before && before.call.callId === callId) propose(before, after, []);
}

/** How many calls a host took and made in that minute: where it is one and one, the one may be the other's leg. */
function countChains(after: LegTraits, arrived: OpenCall[]): void {
  for (const { traits: before, isOpen } of arrived) {
    if (!isOpen || !before || before === after || !isChain(before, after)) continue;
    before.chainAfter++;
    after.chainBefore++;
  }
}

function consider(before: OpenCall, after: OpenCall): void {
  if (!before.traits || !after.traits || before.mayGoOn.includes(after)) return;
  if (legScore(before.traits, after.traits).hundredths >= hopeful) propose(before, after, []);
}

/** The most calls that one may have come from. */
const maxCandidates = 8;

function propose(before: OpenCall, after: OpenCall, known: LegEvidence[]): void {
  if (before === after || before.mayComeFrom.some((candidate) => candidate.before === after)) return;
  const proposed = after.mayComeFrom.find((candidate) => candidate.before === before);
  if (proposed) proposed.known.push(...known);
  else if (after.mayComeFrom.length < maxCandidates) {
    after.mayComeFrom.push({ before, known });
    before.mayGoOn.push(after);
  }
}

/** Of calls that only resemble it, one alone can be what a call came from: the likeliest, then the nearest in time. */
function decide(after: OpenCall): void {
  const candidates = after.mayComeFrom;
  after.mayComeFrom = [];
  let best: { before: OpenCall; score: LegScore } | undefined;
  for (const candidate of candidates) {
    if (candidate.before.isOpen) drop(candidate.before.mayGoOn, after);
    const score = scoreOf(candidate, after);
    if (score.hundredths < legThreshold) continue;
    if (score.isStrong) join(candidate.before, after, score);
    else if (!best || isBetter({ before: candidate.before, score }, best, after)) {
      best = { before: candidate.before, score };
    }
  }
  if (best && after.call.legs.every(({ direction }) => direction === "after"))
    join(best.before, after, best.score);
}

function drop(calls: OpenCall[], call: OpenCall): void {
  const place = calls.indexOf(call);
  if (place >= 0) calls.splice(place, 1);
}

function scoreOf({ before, known }: Candidate, after: OpenCall): LegScore {
  if (before.traits && after.traits) return legScore(before.traits, after.traits, known);
  return { hundredths: known.length > 0 ? 70 : 0, isStrong: true, evidence: known };
}

type Scored = { before: OpenCall; score: LegScore };

function isBetter(one: Scored, other: Scored, after: OpenCall): boolean {
  if (one.score.hundredths !== other.score.hundredths) return one.score.hundredths > other.score.hundredths;
  const since = (open: OpenCall) => Math.abs((after.traits?.invitedAt ?? 0) - (open.traits?.invitedAt ?? 0));
  return since(one.before) < since(other.before);
}

function join(before: OpenCall, after: OpenCall, score: LegScore): void {
  if (before.call.legs.some(({ call }) => call === after.call.number)) return;
  before.call.legs.push(legLink(score, { call: after.call.number, direction: "after" }));
  after.call.legs.push(legLink(score, { call: before.call.number, direction: "before" }));
}
