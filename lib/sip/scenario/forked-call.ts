import { aCalled, aCaller, anEdge, contactOf, type Peer, peer } from "./cast";
import { type Dialog, dialogBetween, opening, within } from "./dialog";
import { answerTo, type Draft, forwarded, type HeaderLine, passedBack, routeOf } from "./draft";
import { hangUp } from "./play-call";
import { acknowledged, takenBack } from "./same-hop";
import { createScript, inTime, SCENARIO_START, type ScenarioMessage, type Script } from "./script";
import { soundOffer } from "./sound";
import { token } from "./token";

/** Two telephones of the called person: both ring, the second is picked up. */
export const deskPhone: Peer = peer("203.0.113.31", { user: aCalled.user, software: "Deskphone 7.2" });
export const mobilePhone: Peer = peer("203.0.113.32", { user: aCalled.user, software: "Mobile 2.0" });

type Branch = { phone: Peer; dialog: Dialog; invite: Draft };

/** A proxy calls two telephones at once (RFC 3261 section 16.6), passes on who answers and cancels the other. */
export function forkedCall({
  startedAt = SCENARIO_START,
  callId,
}: {
  startedAt?: number;
  callId?: string;
} = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const dialog = dialogBetween({ caller: aCaller, called: aCalled, callId });
  const invite = opening(dialog, "INVITE", { body: soundOffer(aCaller) });
  script.send(0, aCaller.place, anEdge, invite);
  script.send(0.002, anEdge, aCaller.place, answerTo(invite, { status: 100, reason: "Trying" }));
  const [desk, mobile] = [deskPhone, mobilePhone].map((phone, place) =>
    fork(script, { phone, dialog, invite, place }),
  );
  if (desk && mobile) pickUp(script, { picked: mobile, left: desk });
  return inTime(script.messages);
}

/** A telephone that the proxy calls; `invite` is what came in. */
type Forking = Branch & { place: number };

function fork(script: Script, { phone, dialog, invite, place }: Forking): Branch {
  const added: HeaderLine[] = [["Record-Route", routeOf(anEdge)[1]]];
  const sentOn = forwarded(invite, { by: anEdge, branch: `z9hG4bKfork${place}`, added });
  const calledTag = token(`${dialog.callId} ${phone.place.address}`);
  const branch = {
    phone,
    dialog: { ...dialog, called: phone, calledTag },
    invite: retargeted(sentOn, phone),
  };
  script.send(0.004 + place / 1000, anEdge, phone.place, branch.invite);
  passOn(script, branch, { at: 0.2 + place / 10, answer: answerOf(branch, 180, "Ringing") });
  return branch;
}

/** RFC 3261 section 16.5: the request goes to where the telephone has registered. */
function retargeted(draft: Draft, phone: Peer): Draft {
  const [method] = draft.startLine.split(" ");
  return { ...draft, startLine: `${method} ${contactOf(phone).slice(1, -1)} SIP/2.0` };
}

function answerOf({ invite, dialog, phone }: Branch, status: number, reason: string, body = ""): Draft {
  const type: HeaderLine[] = body ? [["Content-Type", "application/sdp"]] : [];
  const headers: HeaderLine[] = [["Contact", contactOf(phone)], ...type];
  return answerTo(invite, { status, reason, toTag: dialog.calledTag, headers, body });
}

function passOn(script: Script, { phone }: Branch, { at, answer }: { at: number; answer: Draft }): void {
  script.send(at, phone.place, anEdge, answer);
  script.send(at + 0.001, anEdge, aCaller.place, passedBack(answer));
}

function pickUp(script: Script, { picked, left }: { picked: Branch; left: Branch }): void {
  const path = [aCaller.place, anEdge, picked.phone.place];
  passOn(script, picked, { at: 5, answer: answerOf(picked, 200, "OK", soundOffer(picked.phone)) });
  script.carry(5.01, path, within(picked.dialog, "ACK", { sequence: 1, headers: [routeOf(anEdge)] }));
  cancelled(script, left);
  hangUp(script, picked.dialog, { path, at: 20, sequence: 2 });
}

function cancelled(script: Script, { phone, invite, dialog }: Branch): void {
  const { calledTag: toTag } = dialog;
  const cancel = takenBack(invite);
  const refusal = answerTo(invite, { status: 487, reason: "Request Terminated", toTag });
  script.send(5.003, anEdge, phone.place, cancel);
  script.send(5.01, phone.place, anEdge, answerTo(cancel, { status: 200, reason: "OK", toTag }));
  script.send(5.012, phone.place, anEdge, refusal);
  script.send(5.014, anEdge, phone.place, acknowledged(invite, toTag));
}
