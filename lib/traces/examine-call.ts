import { judgeCaller } from "@/lib/caller-identity/judge-caller";
import type { Verdict } from "@/lib/caller-identity/verdict";
import type { Call } from "@/lib/sip/call";
import type { CallStory } from "@/lib/sip/call-story";
import { tellCall } from "@/lib/sip/story/tell-call";
import type { TraceSettings } from "./settings";

/** A call of a trace, told and judged together with its other legs. */
export type ExaminedCall = { call: Call; legs: Call[]; story: CallStory; verdict: Verdict };

/** Tells what happened in a call and what its caller's identity is worth, by what the person said of the trace. */
export async function examineCall(
  [call, ...legs]: [Call, ...Call[]],
  { providerHosts, certificates }: TraceSettings,
): Promise<ExaminedCall> {
  const verdict = await judgeCaller({ calls: [call, ...legs], declaredHosts: providerHosts, certificates });
  return { call, legs, story: tellCall(call, legs), verdict };
}
