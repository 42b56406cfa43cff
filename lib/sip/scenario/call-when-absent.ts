import { aCalled, aCaller, anEdge, contactOf, type Peer, peer, uriOf } from "./cast";
import { type Dialog, dialogBetween, opening, within } from "./dialog";
import { type Answer, answerTo, type Draft, forwarded, type HeaderLine, passedBack, routeOf } from "./draft";
import { hangUp } from "./play-call";
import { diversionLines } from "./redirected-call";
import { acknowledged, takenBack } from "./same-hop";
import { createScript, SCENARIO_START, type ScenarioMessage, type Script } from "./script";
import { soundOffer } from "./sound";

export const standIn: Peer = peer("203.0.113.77", { user: "+12025550188" });

type Options = { startedAt?: number; callId?: string };

/** Nobody picks up at the called telephone; the proxy forwards the call to another and says from where (RFC 5806). */
export function callWhenAbsent({ startedAt = SCENARIO_START, callId }: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const dialog = dialogBetween({ caller: aCaller, called: aCalled, callId });
  const invite = opening(dialog, "INVITE", { body: soundOffer(aCaller) });
  script.send(0, aCaller.place, anEdge, invite);
  ringInVain({ script, dialog, invite });
  const told = { status: 181, reason: "Call Is Being Forwarded", toTag: "forward1" };
  script.send(15.01, anEdge, aCaller.place, answerTo(invite, told));
  forward({ script, invite, dialog: { ...dialog, calledTag: "standin77" } });
  return script.messages;
}

type Scene = { script: Script; dialog: Dialog; invite: Draft };

const recorded: HeaderLine = ["Record-Route", routeOf(anEdge)[1]];

function ringInVain({ script, dialog: { calledTag: toTag }, invite }: Scene): void {
  const sent = forwarded(invite, { by: anEdge, branch: "z9hG4bKabsent1", added: [recorded] });
  const cancel = takenBack(sent);
  const back = (at: number, request: Draft, answer: Answer) =>
    script.send(at, aCalled.place, anEdge, answerTo(request, { ...answer, toTag }));
  script.send(0.001, anEdge, aCalled.place, sent);
  back(0.2, sent, { status: 180, reason: "Ringing" });
  script.send(0.201, anEdge, aCaller.place, answerTo(invite, { status: 180, reason: "Ringing", toTag }));
  script.send(15, anEdge, aCalled.place, cancel);
  back(15.004, cancel, { status: 200, reason: "OK" });
  back(15.006, sent, { status: 487, reason: "Request Terminated" });
  script.send(15.008, anEdge, aCalled.place, acknowledged(sent, toTag));
}

function forward({ script, dialog, invite }: Scene): void {
  const added = [recorded, ...diversionLines(uriOf(aCalled), uriOf(standIn), "no-answer")];
  const sentOn = forwarded(invite, { by: anEdge, branch: "z9hG4bKabsent2", added });
  const sent = { ...sentOn, startLine: `INVITE ${uriOf(standIn)} SIP/2.0` };
  const back = (at: number, answer: Answer) => {
    const answered = answerTo(sent, { ...answer, toTag: dialog.calledTag });
    script.send(at, standIn.place, anEdge, answered);
    script.send(at + 0.001, anEdge, aCaller.place, passedBack(answered));
  };
  script.send(15.02, anEdge, standIn.place, sent);
  back(15.2, { status: 180, reason: "Ringing" });
  back(18, { status: 200, reason: "OK", headers: taking, body: soundOffer(standIn) });
  const path = [aCaller.place, anEdge, standIn.place];
  const uri = contactOf(standIn).slice(1, -1);
  script.carry(18.01, path, within(dialog, "ACK", { sequence: 1, uri, headers: [routeOf(anEdge)] }));
  hangUp(script, dialog, { path, at: 40, sequence: 2, uri });
}

const taking: HeaderLine[] = [
  ["Contact", contactOf(standIn)],
  ["Content-Type", "application/sdp"],
];
