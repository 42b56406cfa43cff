import type { Call, LegLink } from "@/lib/sip/call";
import { joinedCalls } from "@/lib/sip/joined-calls";

/**
 * The asked call with those of its legs, over any number of servers, that the same caller stands behind. In a transfer the
 * other leg is another person's call: it says nothing for or against the first, and its From must never be taken for the
 * caller's, nor that of any leg which hangs on it alone.
 */
export function callsOfOneCaller(calls: readonly Call[]): Call[] {
  const [asked] = calls;
  if (!asked) return [];
  const callOf = new Map(calls.map((call) => [call.number, call]));
  const numbers = joinedCalls(asked.number, (number) => callOf.get(number)?.legs.filter(isOfOneCaller) ?? []);
  return calls.filter(({ number }) => numbers.includes(number));
}

function isOfOneCaller({ evidence }: LegLink): boolean {
  const kinds = evidence.map(({ kind }) => kind);
  return !kinds.includes("refer") && !kinds.includes("replaces");
}
