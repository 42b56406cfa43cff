// RFC 3325 section 5: a P-Asserted-Identity is worth what the host is worth that inserted it. So what counts is who wrote
// a value first: what stands in the first request already is the word of whoever sent that request.
import type { Hop } from "./hops";
import type { AssertedIdentity } from "./verdict";
import type { WrittenValue } from "./written-values";

export type Assertion = Pick<AssertedIdentity, "asserter" | "by" | "trust" | "isSeenAdded">;

/** Headers that networks write; all others are the caller's own words until a later host is seen to change them. */
const networkHeaders: readonly string[] = [
  "P-Asserted-Identity",
  "Remote-Party-ID",
  "Diversion",
  "History-Info",
  "verstat",
  "Identity",
];

export type Way = { hops: readonly Hop[]; isDeclared: (address: string | undefined) => boolean };

/** Who asserts a value that is seen for the first time at `hop`. */
export function assertionOf(value: WrittenValue, hop: Hop, way: Way): Assertion {
  const isSeenAdded = cameWithout(hop, way.hops);
  const isNetworks = isSeenAdded || (isNetworkValue(value, hop, way) && !isCallersOwn(hop, way));
  if (!isNetworks) return { asserter: "caller", by: hop.by, trust: "none" };
  const trust = way.isDeclared(hop.by) ? "declared" : "unknown";
  return { asserter: "network", by: hop.by, trust, ...(isSeenAdded && { isSeenAdded }) };
}

function isNetworkValue({ source, isScreened }: WrittenValue, hop: Hop, way: Way): boolean {
  if (source !== "Remote-Party-ID") return networkHeaders.includes(source);
  return isScreened === true || way.isDeclared(hop.by) || hop !== way.hops[0];
}

/** Whether the capture saw the same call come to the sender of this hop, so that what is new in it is the sender's work. */
function cameWithout(hop: Hop, hops: readonly Hop[]): boolean {
  return hops
    .slice(0, hops.indexOf(hop))
    .some((earlier) => isTakenOn(earlier, hop) || isProxied(earlier, hop));
}

/** The host that got the earlier request sent this one. Where several programs share one address, the port tells them apart. */
function isTakenOn(earlier: Hop, hop: Hop): boolean {
  if (hop.by === undefined || earlier.to !== hop.by) return false;
  return earlier.by !== hop.by || earlier.seen.destination?.port === hop.seen.source?.port;
}

/** A later hop of the same Call-ID with more Vias went through proxies that stand between the two. */
function isProxied(earlier: Hop, hop: Hop): boolean {
  return earlier.call === hop.call && hop.viaCount > earlier.viaCount && earlier.by !== hop.by;
}

/**
 * Whether the sender of a hop is the caller's own device as far as the trace tells: it sent the first, names no host
 * before it, and logged in as a customer or a further host was seen to carry the call on. A single hop leaves open
 * whether a device or a network sent it.
 */
function isCallersOwn(hop: Hop, { hops, isDeclared }: Way): boolean {
  if (hop.by !== hops[0]?.by || hop.viaCount > 1 || isDeclared(hop.by)) return false;
  return hop.hasCredentials || hops.some((later) => later !== hop && cameWithout(later, hops));
}
