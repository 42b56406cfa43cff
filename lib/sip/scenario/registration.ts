import { aCaller, anEdge, contactOf } from "./cast";
import { dialogBetween, opening } from "./dialog";
import { answerTo, type HeaderLine } from "./draft";
import { createScript, SCENARIO_START, type ScenarioMessage } from "./script";

type Options = { startedAt?: number; outcome?: "registered" | "refused" | "removed" };

/** A telephone tells a registrar where it can be reached (RFC 3261 section 10), or that it no longer can. */
export function registration({
  startedAt = SCENARIO_START,
  outcome = "registered",
}: Options = {}): ScenarioMessage[] {
  const script = createScript(startedAt, "udp");
  const account = dialogBetween({ caller: aCaller, called: aCaller, callId: "registration@192.0.2.10" });
  const seconds = outcome === "removed" ? 0 : 3600;
  const expires: HeaderLine = ["Expires", String(seconds)];
  const request = opening(account, "REGISTER", { uri: "sip:example.com", headers: [expires] });
  const contacts: HeaderLine[] = seconds > 0 ? [["Contact", `${contactOf(aCaller)};expires=${seconds}`]] : [];
  const answer =
    outcome === "refused"
      ? { status: 403, reason: "Forbidden" }
      : { status: 200, reason: "OK", headers: contacts };
  const path = [aCaller.place, anEdge];
  script.carryBack(
    0.01,
    path,
    answerTo(script.carry(0, path, request), { ...answer, toTag: account.calledTag }),
  );
  return script.messages;
}
