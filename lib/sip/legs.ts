/*
 * Whether two calls are legs of one conversation, as told by what their messages share. A back-to-back user agent takes
 * a call and makes another (RFC 7092), so nothing proves that two calls belong together, and all of it is inferred.
 *
 * Evidence adds up in hundredths; from 60 on two calls count as legs of one, and without a mark no score passes 85. The weights follow one rule: what was made to
 * tie legs together is enough by itself; numbers, hosts and times are not, alone or by twos, because calls to one number
 * come close together by chance. A wrong join puts words into a stranger's mouth; a missed one only leaves a question.
 */
import type { LegEvidence, LegLink } from "./call";
import type { LegTraits } from "./leg-traits";

export const legWeights: Record<LegEvidence["kind"], number> = {
  // Made for it: RFC 7989 section 4 (one UUID pair through every B2BUA), RFC 7315 section 5.6, RFC 3891, RFC 3515.
  "linked-call-id": 90,
  "session-id": 80,
  replaces: 80,
  "charging-vector": 70,
  refer: 70,
  // One description carried from leg to leg.
  "same-media-address": 30,
  "same-sdp-origin": 25,
  // What other calls may share by chance.
  "same-caller-number": 20,
  "same-called-number": 15,
  "shared-host": 15,
  "near-in-time": 10,
  // What shows only once both are over: the far leg is answered first, and both end together.
  "answered-together": 15,
  "ended-together": 15,
  "only-call-at-host": 10,
};

export const legThreshold = 60;

/** A description that went from the called side of one call to the calling side of another (RFC 3725): nearly enough. */
const carriedDescription = 60;

const nearUs = 2_000_000;
/** How far apart a B2BUA passes an answer or a BYE on. */
const togetherUs = 250_000;

export type LegScore = { hundredths: number; isStrong: boolean; evidence: LegEvidence[] };

const strong = new Set<LegEvidence["kind"]>([
  "linked-call-id",
  "session-id",
  "replaces",
  "charging-vector",
  "refer",
]);

const nothing: LegScore = { hundredths: 0, isStrong: false, evidence: [] };

/** What speaks for `after` carrying on `before`; `before` began first. `known` is what the messages said outright. */
export function legScore(before: LegTraits, after: LegTraits, known: LegEvidence[] = []): LegScore {
  const evidence = [...known];
  noteIdentifiers(before, after, evidence);
  const isAgain = isSameCallerAgain(before, after);
  const carried = carriedMedia(before, after) ?? carriedMedia(after, before);
  if (isAgain && evidence.length === 0 && carried === undefined) return nothing;
  let hundredths = 0;
  if (carried !== undefined) {
    evidence.push({ kind: "same-media-address", value: carried });
    hundredths += carriedDescription - legWeights["same-media-address"];
  }
  // Somebody who calls twice from one socket shares all of this with himself.
  if (!isAgain) noteLikeness(before, after, evidence, carried === undefined);
  for (const { kind } of evidence) hundredths += legWeights[kind];
  return { hundredths, isStrong: evidence.some(({ kind }) => strong.has(kind)), evidence };
}

/** Without a mark that was made to tie legs together, whatever else they share leaves a doubt that the score must show. */
const mostWithoutMark = 85;

export function legLink(score: LegScore, other: { call: number; direction: LegLink["direction"] }): LegLink {
  const most = score.isStrong ? 100 : mostWithoutMark;
  return { ...other, score: Math.min(score.hundredths, most) / 100, evidence: score.evidence };
}

/** Transfers tie calls together too, and so do controllers; neither of them stands between two who talk. */
export function isMiddlemanLink(link: LegLink): boolean {
  return (
    !isControllerLink(link) && !link.evidence.some(({ kind }) => kind === "refer" || kind === "replaces")
  );
}

/** A carried description comes first where it is what speaks for the link. */
export function isControllerLink({ evidence }: LegLink): boolean {
  return evidence[0]?.kind === "same-media-address";
}

function noteIdentifiers(before: LegTraits, after: LegTraits, evidence: LegEvidence[]): void {
  const session = common(before.sessionIds, after.sessionIds);
  if (session !== undefined) evidence.push({ kind: "session-id", value: session });
  if (before.icid !== "" && before.icid === after.icid)
    evidence.push({ kind: "charging-vector", value: before.icid });
  if (after.named.includes(before.callId)) evidence.push({ kind: "linked-call-id", value: before.callId });
  else if (before.named.includes(after.callId))
    evidence.push({ kind: "linked-call-id", value: after.callId });
}

function noteLikeness(
  before: LegTraits,
  after: LegTraits,
  evidence: LegEvidence[],
  isMediaOpen: boolean,
): void {
  const caller = before.caller === after.caller ? before.caller : "";
  if (caller !== "") evidence.push({ kind: "same-caller-number", value: caller });
  const called = common(before.called, after.called);
  if (called !== undefined) evidence.push({ kind: "same-called-number", value: called });
  if (isChain(before, after)) evidence.push({ kind: "shared-host", value: after.source });
  const media = isMediaOpen ? common(before.callerMedia, after.callerMedia) : undefined;
  if (media !== undefined) evidence.push({ kind: "same-media-address", value: media });
  if (before.origin !== "" && before.origin === after.origin) {
    evidence.push({ kind: "same-sdp-origin", value: before.origin });
  }
  noteTimes(before, after, evidence);
}

function noteTimes(before: LegTraits, after: LegTraits, evidence: LegEvidence[]): void {
  const start = apart(before.invitedAt, after.invitedAt);
  if (start !== undefined && start <= nearUs) evidence.push(times("near-in-time", start));
  const answer = apart(before.progress.answeredAt, after.progress.answeredAt);
  if (answer !== undefined && answer <= togetherUs) evidence.push(times("answered-together", answer));
  const end = apart(before.progress.endedAt, after.progress.endedAt);
  if (end !== undefined && end <= togetherUs) evidence.push(times("ended-together", end));
  if (isChain(before, after) && before.chainAfter === 1 && after.chainBefore === 1) {
    evidence.push({ kind: "only-call-at-host", value: after.source });
  }
}

function times(kind: LegEvidence["kind"], microseconds: number): LegEvidence {
  return { kind, value: String(Math.round(microseconds / 1000)) };
}

function apart(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.abs(one - other);
}

/** Whether the later call leaves from where the earlier one arrived. */
export function isChain(before: LegTraits, after: LegTraits): boolean {
  if (after.source === "" || !before.destinations.includes(after.source)) return false;
  // On one address, as behind one NAT or on one machine, only ports tell the parts apart.
  return before.source !== after.source || before.sourcePort !== after.sourcePort;
}

function isSameCallerAgain(before: LegTraits, after: LegTraits): boolean {
  if (before.source !== after.source) return false;
  if (before.sourcePort === after.sourcePort) return true;
  return before.destination === after.destination && before.destinationPort === after.destinationPort;
}

/**
 * An address of one call's called side that is the calling side's in the other call, though one host makes both calls:
 * it passes on what it heard. A telephone that was called and then calls has its own address in both, and does not.
 */
function carriedMedia(one: LegTraits, other: LegTraits): string | undefined {
  if (one.source === "" || one.source !== other.source) return undefined;
  const carried = common(one.calledMedia, other.callerMedia);
  if (carried === undefined || one.callerMedia.includes(carried)) return undefined;
  return other.calledMedia.includes(carried) ? undefined : carried;
}

function common(one: string[], other: string[]): string | undefined {
  for (const value of one) if (other.includes(value)) return value;
  return undefined;
}
