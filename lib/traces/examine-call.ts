import { addressesOfDeclared } from "@/lib/caller-identity/declared-hosts";
import { judgeCaller } from "@/lib/caller-identity/judge-caller";
import type { Verdict } from "@/lib/caller-identity/verdict";
import type { Call } from "@/lib/sip/call";
import type { CallStory } from "@/lib/sip/call-story";
import { tellCall } from "@/lib/sip/story/tell-call";
import type { TraceSettings } from "./settings";

/** A call of a trace, told and judged together with its other legs. */
export type ExaminedCall = { call: Call; legs: Call[]; story: CallStory; verdict: Verdict };

type Question = {
  /** The asked call first, then its legs. */
  calls: [Call, ...Call[]];
  settings: TraceSettings;
  /** Registrations of the same trace: they tell which address bears a name that the person declared. */
  registrations: readonly Call[];
};

/** Tells what happened in a call and what its caller's identity is worth, by what the person said of the trace. */
export async function examineCall({ calls, settings, registrations }: Question): Promise<ExaminedCall> {
  const [call, ...legs] = calls;
  const { providerHosts, certificates } = settings;
  const addresses = addressesOfDeclared(providerHosts, registrations);
  const declaredHosts = [...new Set([...providerHosts, ...addresses])];
  const verdict = await judgeCaller({ calls, declaredHosts, certificates });
  return { call, legs, story: tellCall(call, legs), verdict };
}
