import { inTime, type ScenarioMessage } from "./script";

/** The same trace with its INVITEs sent three times and its final answers twice (RFC 3261 section 17.1.1.2: after 0.5 s, 1 s). */
export function withRepeats(messages: readonly ScenarioMessage[]): ScenarioMessage[] {
  return inTime(
    messages.flatMap((message) =>
      [0, ...delaysOf(message)].map((delay) => ({ ...message, at: message.at + delay })),
    ),
  );
}

function delaysOf({ text }: ScenarioMessage): number[] {
  if (text.startsWith("INVITE ")) return [500_000, 1_500_000];
  return /^SIP\/2\.0 [2-6]/.test(text) ? [500_000] : [];
}
