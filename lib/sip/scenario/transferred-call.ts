import { aCalled, aCaller, contactOf, type Peer, peer, uriOf } from "./cast";
import { type Dialog, dialogBetween, within } from "./dialog";
import { answerTo, type HeaderLine } from "./draft";
import { hangUp, playCall } from "./play-call";
import { createScript, inTime, SCENARIO_START, type ScenarioMessage, type Script } from "./script";

/** Whom the call is transferred to. The one who transfers is the called one, so the caller is who is transferred. */
export const transferTarget: Peer = peer("203.0.113.77", { user: "+12025550188" });

type Options = { startedAt?: number; callId?: string };

/** A blind transfer (RFC 5589 section 6): the called side refers the caller to somebody else and hangs up. */
export function blindTransfer({ startedAt = SCENARIO_START, callId }: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const first = dialogBetween({ caller: aCaller, called: aCalled, callId });
  playCall(script, first, { path: pathOf(first) });
  refer(script, first, { at: 10, referTo: `<${uriOf(transferTarget)}>` });
  hangUp(script, first, { path: pathOf(first), at: 10.3, sequence: 3 }, { hangsUp: "called" });
  const second = dialogBetween({ caller: aCaller, called: transferTarget });
  playCall(script, second, { path: pathOf(second), at: 10.1 }, { headers: [referredBy], talkSeconds: 20 });
  notify(script, first, {
    at: 14.2,
    sequence: 4,
    fragment: "SIP/2.0 200 OK",
    state: "terminated;reason=noresource",
  });
  return inTime(script.messages);
}

/** An attended transfer (RFC 5589 section 7): the called side speaks with the target first; the caller takes her place. */
export function attendedTransfer({ startedAt = SCENARIO_START, callId }: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const first = dialogBetween({ caller: aCaller, called: aCalled, callId });
  const asking = dialogBetween({ caller: aCalled, called: transferTarget });
  playCall(script, first, { path: pathOf(first) });
  playCall(script, asking, { path: pathOf(asking), at: 10 });
  const replaced = `${asking.callId};to-tag=${asking.calledTag};from-tag=${asking.callerTag}`;
  const referTo = `<${uriOf(transferTarget)}?Replaces=${encodeURIComponent(replaced)}>`;
  refer(script, first, { at: 20, referTo });
  const second = dialogBetween({ caller: aCaller, called: transferTarget });
  const headers: HeaderLine[] = [["Replaces", replaced], referredBy];
  playCall(
    script,
    second,
    { path: pathOf(second), at: 20.1 },
    { headers, ringSeconds: 0.2, talkSeconds: 20 },
  );
  hangUp(script, asking, { path: pathOf(asking), at: 20.5, sequence: 2 }, { hangsUp: "called" });
  notify(script, first, {
    at: 20.6,
    sequence: 3,
    fragment: "SIP/2.0 200 OK",
    state: "terminated;reason=noresource",
  });
  hangUp(script, first, { path: pathOf(first), at: 20.8, sequence: 4 }, { hangsUp: "called" });
  return inTime(script.messages);
}

/** RFC 3892: who sent the caller on. */
const referredBy: HeaderLine = ["Referred-By", `<${uriOf(aCalled)}>`];

function pathOf({ caller, called }: Dialog) {
  return [caller.place, called.place];
}

function refer(script: Script, dialog: Dialog, { at, referTo }: { at: number; referTo: string }): void {
  const way = pathOf(dialog).toReversed();
  const headers: HeaderLine[] = [["Refer-To", referTo], referredBy];
  const request = script.carry(at, way, within(dialog, "REFER", { by: "called", headers }));
  script.carryBack(
    at + 0.01,
    way,
    answerTo(request, { status: 202, reason: "Accepted", headers: [["Contact", contactOf(dialog.caller)]] }),
  );
  notify(script, dialog, {
    at: at + 0.02,
    sequence: 2,
    fragment: "SIP/2.0 100 Trying",
    state: "active;expires=60",
  });
}

type Notice = { at: number; sequence: number; fragment: string; state: string };

// RFC 3515 section 2.4.5: the transferred side tells how its new call goes, as a piece of SIP.
function notify(script: Script, dialog: Dialog, { at, sequence, fragment, state }: Notice): void {
  const headers: HeaderLine[] = [
    ["Event", "refer"],
    ["Subscription-State", state],
    ["Content-Type", "message/sipfrag;version=2.0"],
  ];
  const way = pathOf(dialog);
  const request = script.carry(
    at,
    way,
    within(dialog, "NOTIFY", { sequence, headers, body: `${fragment}\r\n` }),
  );
  script.carryBack(at + 0.01, way, answerTo(request, { status: 200, reason: "OK" }));
}
