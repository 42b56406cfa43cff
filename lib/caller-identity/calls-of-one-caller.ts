import type { Call, LegLink } from "@/lib/sip/call";

/**
 * The asked call with those of its legs that the same caller stands behind. In a transfer the other leg is another
 * person's call: it says nothing for or against the first, and its From must never be taken for the caller's.
 */
export function callsOfOneCaller(calls: readonly Call[]): Call[] {
  const [asked, ...legs] = calls;
  if (!asked) return [];
  const others = asked.legs.filter((link) => !isOfOneCaller(link)).map(({ call }) => call);
  return [asked, ...legs.filter(({ number }) => !others.includes(number))];
}

function isOfOneCaller({ evidence }: LegLink): boolean {
  const kinds = evidence.map(({ kind }) => kind);
  return !kinds.includes("refer") && !kinds.includes("replaces");
}
