import type { Endpoint } from "@/lib/captures/packet";
import { aCalled, aCaller, contactOf, type Peer, peer } from "./cast";
import { type Dialog, dialogBetween, opening, within } from "./dialog";
import { answerTo, type Draft, type HeaderLine } from "./draft";
import { hangUp } from "./play-call";
import { createScript, SCENARIO_START, type ScenarioMessage, type Script } from "./script";
import { soundOffer } from "./sound";

export const controller: Peer = peer("198.51.100.70", { user: "controller", software: "Dialler 4" });

/** A controller calls two telephones and connects their sound (RFC 3725 section 4.1, flow I); neither called the other. */
export function thirdPartyControl({
  startedAt = SCENARIO_START,
}: {
  startedAt?: number;
} = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const [one, other] = [aCaller, aCalled].map((called) => dialogBetween({ caller: controller, called }));
  if (!one || !other) return [];
  call(script, one, { at: 0, ringSeconds: 3, body: "" });
  const answered = call(script, other, { at: 3.02, ringSeconds: 4, body: soundOffer(aCaller) });
  script.carry(answered + 0.01, pathOf(other), within(other, "ACK", { sequence: 1 }));
  const body = soundOffer(aCalled);
  script.carry(answered + 0.012, pathOf(one), within(one, "ACK", { sequence: 1, body }));
  hangUp(script, one, { path: pathOf(one), at: 30, sequence: 2 }, { hangsUp: "called" });
  hangUp(script, other, { path: pathOf(other), at: 30.05, sequence: 2 });
  return script.messages;
}

function pathOf({ caller, called }: Dialog): Endpoint[] {
  return [caller.place, called.place];
}

type Calling = { at: number; ringSeconds: number; body: string };

function call(script: Script, dialog: Dialog, { at, ringSeconds, body }: Calling): number {
  const path = pathOf(dialog);
  const invite = script.carry(at, path, opening(dialog, "INVITE", { body }));
  script.carryBack(at + 0.1, path, answer(dialog, invite, { status: 180, reason: "Ringing" }));
  const ok = answer(dialog, invite, { status: 200, reason: "OK", body: soundOffer(dialog.called) });
  script.carryBack(at + ringSeconds, path, ok);
  return at + ringSeconds;
}

type Saying = { status: number; reason: string; body?: string };

function answer({ called, calledTag }: Dialog, invite: Draft, saying: Saying): Draft {
  const type: HeaderLine[] = saying.body ? [["Content-Type", "application/sdp"]] : [];
  return answerTo(invite, {
    ...saying,
    toTag: calledTag,
    headers: [["Contact", contactOf(called)], ...type],
  });
}
