import type { Endpoint } from "@/lib/captures/packet";
import { contactOf, type Peer } from "./cast";
import { type Dialog, opening, within } from "./dialog";
import { answerTo, type Draft, type HeaderLine, routeOf } from "./draft";
import { acknowledged, takenBack } from "./same-hop";
import type { Edit, Script } from "./script";
import { soundOffer } from "./sound";

/** How a call ends before it is answered: in one of the usual ways, or by any other final status. */
export type Outcome = keyof typeof refusals | "answered" | readonly [status: number, reason: string];

// RFC 3261 section 9.2: a call that is taken back, or that nobody picks up in time, ends with 487.
const refusals = {
  cancelled: [487, "Request Terminated"],
  "no-answer": [487, "Request Terminated"],
  busy: [486, "Busy Here"],
  rejected: [603, "Decline"],
  failed: [503, "Service Unavailable"],
} as const;

export type CallCourse = {
  /** Headers of the INVITE as the caller sends it, and what each server changes in it. */
  headers?: readonly HeaderLine[];
  edit?: Edit;
  /** Headers of the answer that takes the call or refuses it. */
  answerHeaders?: readonly HeaderLine[];
  /** Headers of the BYE. */
  endHeaders?: readonly HeaderLine[];
  outcome?: Outcome;
  /** Whether the called side sends sound before it answers (183). */
  hasEarlyMedia?: boolean;
  ringSeconds?: number;
  /** How long they talk; none when the scenario itself tells how the call goes on. */
  talkSeconds?: number;
  hangsUp?: "caller" | "called";
  /** What each side says of its sound; its own address by default. */
  offer?: string;
  answer?: string;
};

export type CallPlace = {
  path: readonly Endpoint[];
  /** Seconds since the trace began. */
  at?: number;
  sequence?: number;
  uri?: string;
};

type Scene = Required<Omit<CallPlace, "uri">> & {
  script: Script;
  dialog: Dialog;
  course: CallCourse;
  invite: Draft;
  arrived: Draft;
};

/** Writes one call into a script; gives the seconds at which its last message was sent. */
export function playCall(
  script: Script,
  dialog: Dialog,
  { path, ...place }: CallPlace,
  course: CallCourse = {},
): number {
  const { at = 0, sequence = 1, uri } = place;
  const body = course.offer ?? soundOffer(dialog.caller);
  const invite = opening(dialog, "INVITE", { headers: course.headers, body, sequence, uri });
  const arrived = script.carry(at, path, invite, course.edit);
  const scene = { script, dialog, path, at, sequence, course, invite, arrived };
  const { outcome = "answered" } = course;
  if (isRung(outcome)) ring(scene);
  if (outcome === "answered") return talk(scene);
  if (outcome === "cancelled" || outcome === "no-answer") cancel(scene);
  return refuse(scene, typeof outcome === "string" ? refusals[outcome] : outcome);
}

function isRung(outcome: Outcome): boolean {
  return typeof outcome === "string" && outcome !== "busy" && outcome !== "failed";
}

function ring({ script, dialog, path, arrived, at, course }: Scene): void {
  const toTag = dialog.calledTag;
  const answer = course.hasEarlyMedia
    ? { status: 183, reason: "Session Progress", toTag, ...described(dialog.called, course) }
    : { status: 180, reason: "Ringing", toTag, headers: [contactLine(dialog.called)] };
  script.carryBack(at + 0.15, path, answerTo(arrived, answer));
}

function contactLine(one: Peer): HeaderLine {
  return ["Contact", contactOf(one)];
}

function described(one: Peer, { answer }: CallCourse): { headers: HeaderLine[]; body: string } {
  return {
    headers: [contactLine(one), ["Content-Type", "application/sdp"]],
    body: answer ?? soundOffer(one),
  };
}

function answeredAfter({ at, course }: Scene): number {
  return at + (course.ringSeconds ?? 4);
}

function talk(scene: Scene): number {
  const { script, dialog, path, arrived, course, sequence } = scene;
  const answeredAt = answeredAfter(scene);
  const { headers, body } = described(dialog.called, course);
  const all = [...headers, ...(course.answerHeaders ?? [])];
  const ok = answerTo(arrived, { status: 200, reason: "OK", toTag: dialog.calledTag, headers: all, body });
  script.carryBack(answeredAt, path, ok);
  script.carry(answeredAt + 0.01, path, within(dialog, "ACK", { sequence, headers: routes(path) }));
  if (course.talkSeconds === undefined) return answeredAt + 0.01;
  return hangUp(
    script,
    dialog,
    { path, at: answeredAt + course.talkSeconds, sequence: sequence + 1 },
    course,
  );
}

/** Ends an answered call. */
export function hangUp(
  script: Script,
  dialog: Dialog,
  { path, at = 0, sequence, uri }: CallPlace,
  { hangsUp = "caller", endHeaders = [] }: CallCourse = {},
): number {
  const way = hangsUp === "caller" ? path : path.toReversed();
  const headers = [...routes(way), ...endHeaders];
  const bye = script.carry(at, way, within(dialog, "BYE", { by: hangsUp, sequence, uri, headers }));
  script.carryBack(at + 0.02, way, answerTo(bye, { status: 200, reason: "OK" }));
  return at + 0.02;
}

function routes(path: readonly Endpoint[]): HeaderLine[] {
  return path.slice(1, -1).map(routeOf);
}

function cancel(scene: Scene): void {
  const { script, dialog, path, invite } = scene;
  const cancelled = script.carry(answeredAfter(scene), path, takenBack(invite));
  const ok = answerTo(cancelled, { status: 200, reason: "OK", toTag: dialog.calledTag });
  script.carryBack(answeredAfter(scene) + 0.01, path, ok);
}

function refuse(scene: Scene, [status, reason]: readonly [number, string]): number {
  const { script, dialog, path, arrived, invite, at, course } = scene;
  const refusedAt = isRung(course.outcome ?? "answered") ? answeredAfter(scene) + 0.02 : at + 0.05;
  const headers = course.answerHeaders;
  const refusal = answerTo(arrived, { status, reason, toTag: dialog.calledTag, headers });
  script.carryBack(refusedAt, path, refusal);
  script.carry(refusedAt + 0.01, path, acknowledged(invite, dialog.calledTag));
  return refusedAt + 0.01;
}
