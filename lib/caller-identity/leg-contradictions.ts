import type { Call } from "@/lib/sip/call";
import type { GatheredIdentity } from "./gathered-identity";
import { compareAddresses } from "./signalled-address";
import type { Contradiction } from "./verdict";

/**
 * Another caller's number on another leg of the call. Servers that answer and call anew may put their own number there,
 * and legs are inferred, so this never shows by itself that somebody lied.
 */
export function legContradictions(
  calls: readonly Call[],
  identities: readonly GatheredIdentity[],
): Contradiction[] {
  const numbers = calls.map(({ number }) => number);
  const froms = identities.filter(({ source, hop }) => source === "From" && numbers.includes(hop.call));
  const [first] = froms;
  const other = froms.find(({ hop, address }) => {
    const isOtherLeg = hop.call !== first?.hop.call;
    return (
      isOtherLeg && first?.address && address && compareAddresses(first.address, address) === "different"
    );
  });
  if (!first || !other) return [];
  return [
    {
      code: "NUMBER_CHANGED_BETWEEN_LEGS",
      isInsideOneTrust: false,
      between: [identities.indexOf(first), identities.indexOf(other)],
      values: [first.address?.uri ?? first.value, other.address?.uri ?? other.value],
    },
  ];
}
