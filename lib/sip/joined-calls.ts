import type { LegLink } from "./call";

/**
 * Numbers of all calls that hang together with one over any number of legs, itself first, then the nearest; at most
 * `limit`. `legsOf` gives the links of a call, none for one that is not known.
 */
export function joinedCalls(
  first: number,
  legsOf: (call: number) => readonly Pick<LegLink, "call">[],
  limit = 20,
): number[] {
  const found = [first];
  for (const call of found) {
    for (const { call: other } of legsOf(call)) {
      if (found.length < limit && !found.includes(other)) found.push(other);
    }
  }
  return found;
}
