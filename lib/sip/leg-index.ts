import type { LegEvidence } from "./call";
import { createCallQueue } from "./call-queue";
import { consider, decide, propose } from "./leg-decision";
import { addTo, addTraits, createLegKeys, removeTraits } from "./leg-keys";
import type { LegTraits } from "./leg-traits";
import { isChain } from "./legs";
import { nobody, type OpenCall } from "./open-call";

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
/** The calls that a new one is compared with at once. */
const maxCompared = 12;

/** REFERs that wait for their call. */
const maxReferrals = 256;

/** `callOf` gives the open call of a Call-ID. */
export function createLegIndex(callOf: (callId: string) => OpenCall | undefined): LegIndex {
  const keys = createLegKeys();
  const recent = createCallQueue();
  const referrals = new Map<string, { open: OpenCall; until: number }>();
  let namesOthers = false;

  function enter(open: OpenCall, now: number): void {
    open.enteredAt = now;
    open.isFindable = true;
    open.place = recent.add(open);
    for (let next = recent.first(); next && now - next.enteredAt > windowUs; next = recent.first())
      leave(next);
  }

  function leave(open: OpenCall): void {
    if (open.traits && open.isFindable) removeTraits(keys, open.traits, open);
    open.isFindable = false;
    if (open.place >= 0) recent.leave(open.place);
    open.place = -1;
  }

  /** Strong keys first: what comes late may not be compared any more. */
  function compareTraits(open: OpenCall, traits: LegTraits): void {
    let compared = 0;
    for (const id of traits.sessionIds) compared = compare(open, keys.session.get(id), compared);
    if (traits.icid !== "") compared = compare(open, keys.icid.get(traits.icid), compared);
    for (const user of traits.called) compared = compare(open, keys.called.get(user), compared);
    if (traits.caller !== "") compare(open, keys.caller.get(traits.caller), compared);
  }

  return {
    started(open, now) {
      const { traits } = open;
      if (!traits) return;
      enter(open, now);
      compareTraits(open, traits);
      for (const value of traits.named) nameOther(open, callOf(value), value);
      if (namesOthers) compare(open, keys.named.get(traits.callId));
      const arrived = traits.source === "" ? undefined : keys.arrived.get(traits.source);
      if (arrived) {
        compare(open, arrived);
        countChains(traits, arrived);
      }
      addTraits(keys, traits, open);
      namesOthers ||= traits.named.length > 0;
    },
    named: (before, after, evidence) => propose(before, after, [evidence]),
    announced(open, place, isCallers) {
      // A controller carries it from one call's called side to the other's calling side.
      compare(open, (isCallers ? keys.calledMedia : keys.callerMedia).get(place));
      addTo(isCallers ? keys.callerMedia : keys.calledMedia, place, open);
      open.isFindable = true;
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
      if (open.mayGoOn.length > 0) for (const after of open.mayGoOn.slice()) decide(after);
      open.mayGoOn = nobody;
      leave(open);
      if (referrals.size === 0) return;
      for (const [target, referral] of referrals) if (referral.open === open) referrals.delete(target);
    },
  };
}

/** Sets a call against others, the latest first; gives how many were compared with those before. */
function compare(open: OpenCall, calls: OpenCall[] | undefined, before = 0): number {
  if (!calls) return before;
  let compared = before;
  for (let index = calls.length - 1; index >= 0 && compared < maxCompared; index--) {
    const other = calls[index] as OpenCall;
    if (other === open || !other.isOpen) continue;
    compared++;
    consider(other, open);
  }
  return compared;
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
