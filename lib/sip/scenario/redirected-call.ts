import { aCalled, aCaller, type Peer, peer, uriOf } from "./cast";
import { dialogBetween } from "./dialog";
import type { HeaderLine } from "./draft";
import { playCall } from "./play-call";
import { createScript, SCENARIO_START, type ScenarioMessage } from "./script";

export const redirectServer = { address: "198.51.100.40", port: 5060 };
export const redirectTarget: Peer = peer("203.0.113.77", { user: "+12025550188" });

type Options = { startedAt?: number; callId?: string; status?: 301 | 302 };

/** A server sends the caller elsewhere (302) and says whose calls it diverts; the caller calls the new target. */
export function redirectedCall({
  startedAt = SCENARIO_START,
  callId,
  status = 302,
}: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const dialog = dialogBetween({ caller: aCaller, called: aCalled, callId });
  const diverted = dialogBetween({
    caller: aCaller,
    called: { ...redirectTarget, user: aCalled.user },
    callId: dialog.callId,
    calledTag: "picked77",
  });
  const reason = status === 301 ? "Moved Permanently" : "Moved Temporarily";
  const target = `sip:${redirectTarget.user}@203.0.113.77:5060`;
  const told: HeaderLine[] = [["Contact", `<${target}>`], ...diversionLines(uriOf(aCalled), target)];
  const refused = { outcome: [status, reason] as const, answerHeaders: told };
  const sentAt = playCall(script, dialog, { path: [aCaller.place, redirectServer] }, refused);
  const again = { path: [aCaller.place, redirectTarget.place], at: sentAt + 0.01, sequence: 2, uri: target };
  playCall(script, diverted, again, { talkSeconds: 10, headers: diversionLines(uriOf(aCalled), target) });
  return script.messages;
}

/** RFC 5806 and RFC 7044: what was called first, and what is called now. */
export function diversionLines(from: string, to: string, reason = "unconditional"): HeaderLine[] {
  return [
    ["Diversion", `<${from}>;reason=${reason};counter=1`],
    ["History-Info", `<${from}?Reason=SIP%3Bcause%3D302>;index=1, <${to}>;index=1.1;mp=1`],
  ];
}
