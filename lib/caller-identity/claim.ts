import type { GatheredIdentity } from "./gathered-identity";

/**
 * Who is shown as calling at the end of the way: the number of the last From as written, else its whole address.
 */
export function claimOf(identities: readonly GatheredIdentity[]): { claimed?: string; claimedName?: string } {
  const from = identities.findLast(({ source }) => source === "From");
  if (!from?.address) return {};
  const { address, displayName } = from;
  const claimed = address.number ? userAsWritten(address.uri) : address.uri;
  return { ...(claimed && { claimed }), ...(displayName && { claimedName: displayName }) };
}

/** `+12025550123` of `sip:+12025550123;npdi@example.com;user=phone` or `tel:+1-202-555-0123`. */
function userAsWritten(uri: string): string {
  return /^[a-z]+:([^;@]*)/i.exec(uri)?.[1] ?? uri;
}
