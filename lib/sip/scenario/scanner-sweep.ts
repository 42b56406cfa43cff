import { aCaller, anEdge, type Peer, peer } from "./cast";
import { dialogBetween, opening } from "./dialog";
import { challenge } from "./digest-call";
import { answerTo, type HeaderLine } from "./draft";
import { createScript, SCENARIO_START, type ScenarioMessage } from "./script";

const SCANNER = "192.0.2.200";

type Options = { startedAt?: number; tries?: number };

/** Somebody tries a server's accounts one after another: OPTIONS, then REGISTER and INVITE with guessed users. */
export function scannerSweep({ startedAt = SCENARIO_START, tries = 20 }: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const ask = (place: number, method: string, user: string) => {
    const called: Peer = { ...aCaller, user, place: anEdge, domain: anEdge.address };
    const scanner = peer(SCANNER, {
      user,
      domain: anEdge.address,
      software: "friendly-scanner",
      displayName: "sipvicious",
    });
    const dialog = dialogBetween({
      caller: scanner,
      called,
      callId: `${method.toLowerCase()}-${place}-scan`,
    });
    const uri = method === "INVITE" ? undefined : `sip:${anEdge.address}`;
    const at = place * 0.05;
    const request = script.carry(at, [scanner.place, anEdge], opening(dialog, method, { uri }));
    script.carryBack(
      at + 0.01,
      [scanner.place, anEdge],
      answerTo(request, { ...(replies[method] ?? replies.OPTIONS), toTag: dialog.calledTag }),
    );
  };
  ask(0, "OPTIONS", "100");
  for (let place = 1; place <= tries; place += 1) ask(place, "REGISTER", String(99 + place));
  ask(tries + 1, "INVITE", "900442079460123");
  return script.messages;
}

const asked: HeaderLine[] = [challenge("WWW-Authenticate", "MD5")];
const replies: Record<string, { status: number; reason: string; headers?: HeaderLine[] }> & {
  OPTIONS: { status: number; reason: string };
} = {
  OPTIONS: { status: 200, reason: "OK" },
  REGISTER: { status: 401, reason: "Unauthorized", headers: asked },
  INVITE: { status: 403, reason: "Forbidden" },
};
