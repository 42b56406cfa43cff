import type { Call } from "./call";
import type { CallSummary } from "./call-summary";
import { type CallLimits, type CallMedia, createCallTracker } from "./call-tracker";
import { readSipMessage } from "./read-message";
import type { ScenarioMessage } from "./scenario/script";
import type { TraceMessage } from "./trace-message";

/** The SIP messages of a made-up trace as its reader would hand them on; sound is left out. */
export function traceOf(messages: readonly ScenarioMessage[]): TraceMessage[] {
  return messages
    .filter(({ text }) => text.includes("SIP/2.0"))
    .map((message, index) => ({ ...message, number: index + 1, frame: index + 1 }));
}

/** The calls of a made-up trace in the order of their numbers. */
export function callsOf(
  messages: readonly ScenarioMessage[],
  options: { media?: CallMedia; limits?: Partial<CallLimits> } = {},
): { calls: Call[]; summaries: CallSummary[] } {
  const found: { call: Call; summary: CallSummary }[] = [];
  const tracker = createCallTracker({ onCall: (call, summary) => found.push({ call, summary }), ...options });
  for (const seen of traceOf(messages)) tracker.message(seen, readSipMessage(seen.text));
  tracker.end();
  found.sort((one, other) => one.call.number - other.call.number);
  return { calls: found.map(({ call }) => call), summaries: found.map(({ summary }) => summary) };
}
