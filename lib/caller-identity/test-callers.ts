import type { Call } from "@/lib/sip/call";
import { type CallOptions, callScenario } from "@/lib/sip/scenario/call-scenario";
import type { ScenarioMessage } from "@/lib/sip/scenario/script";
import { callsOf } from "@/lib/sip/test-messages";
import { type CallerQuestion, judgeCaller } from "./judge-caller";
import type { PassportCheck, PassportReport, Verdict } from "./verdict";

/** What is said of the first call of a made-up trace, with its legs. */
export function verdictOn(
  messages: readonly ScenarioMessage[],
  given: Omit<CallerQuestion, "calls"> = {},
): Promise<Verdict> {
  return judgeCaller({ calls: withLegs(callsOf(messages).calls), ...given });
}

export function withLegs(calls: readonly Call[], number = 1): Call[] {
  const asked = calls.find((call) => call.number === number);
  if (!asked) return [];
  return [asked, ...asked.legs.flatMap(({ call }) => calls.find((one) => one.number === call) ?? [])];
}

/** A straight call whose INVITE has these headers beside the usual ones. */
export function callWith(
  headers: [name: string, value: string][],
  options: CallOptions = {},
): ScenarioMessage[] {
  return callScenario({ headers, ...options });
}

/** `step outcome REASON` of the steps that neither passed nor are a mere note. */
export function troubles({ checks }: PassportReport): string[] {
  return checks
    .filter(({ outcome }) => outcome === "failed" || outcome === "not-checked")
    .map(({ step, outcome, reason }) => `${step} ${outcome} ${reason}`);
}

export function outcomeOf(report: PassportReport | undefined, step: PassportCheck["step"]): string {
  const check = report?.checks.find((one) => one.step === step);
  return check ? `${check.outcome} ${check.reason}` : "";
}

export function codesOf({ contradictions }: Verdict): string[] {
  return contradictions.map(({ code, isInsideOneTrust }) => `${code}${isInsideOneTrust ? " inside" : ""}`);
}
