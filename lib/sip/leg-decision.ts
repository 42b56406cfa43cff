import type { LegEvidence } from "./call";
import { type LegScore, legLink, legScore, legThreshold } from "./legs";
import { nobody, type OpenCall } from "./open-call";

type Candidate = { before: OpenCall; known: LegEvidence[] };

/** Calls below this can not become legs by what is added at their end. */
const hopeful = legThreshold - 45;

/** Proposes a join where what two calls share may become enough. */
export function consider(before: OpenCall, after: OpenCall): void {
  if (!before.traits || !after.traits || before.mayGoOn.includes(after)) return;
  if (legScore(before.traits, after.traits).hundredths >= hopeful) propose(before, after, []);
}

/** The most calls that one may have come from. */
const maxCandidates = 8;

/** Keeps a call in mind as the one that another carries on. */
export function propose(before: OpenCall, after: OpenCall, known: LegEvidence[]): void {
  if (before === after || before.mayComeFrom.some((candidate) => candidate.before === after)) return;
  const proposed = after.mayComeFrom.find((candidate) => candidate.before === before);
  if (proposed) proposed.known.push(...known);
  else if (after.mayComeFrom.length < maxCandidates) {
    after.mayComeFrom = [...after.mayComeFrom, { before, known }];
    // One call may be named by very many, so that the list is not made anew for each.
    if (before.mayGoOn.length > 0) before.mayGoOn.push(after);
    else before.mayGoOn = [after];
  }
}

/** Of calls that only resemble it, one alone can be what a call came from: the likeliest, then the nearest in time. */
export function decide(after: OpenCall): void {
  const candidates = after.mayComeFrom;
  after.mayComeFrom = nobody;
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
