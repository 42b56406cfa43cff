import type { Call } from "@/lib/sip/call";
import type { Way } from "./asserter";
import { claimOf } from "./claim";
import { headerContradictions } from "./contradictions";
import { hopsOf } from "./hops";
import { headerIdentities } from "./identities";
import { unverifiedContradictions } from "./passport/unverified-contradictions";
import type { VerdictResult } from "./verdict";
import { verdictResult } from "./verdict-result";
import { isWithheld } from "./withheld";
import { decidingValues } from "./written-values";

export type QuickResult = {
  result: VerdictResult;
  isWithheld: boolean;
  hasContradiction: boolean;
  /** The number or address that the called person was shown; none when withheld. */
  claimed?: string;
};

/** Requests read of one call: enough for two proxies and a login. */
const MOST_READ = 4;

/**
 * The headline of a call for a list of thousands: what `judgeCaller` says of the call alone, without its legs, declared
 * hosts and certificates. Checks no signature, so it never says "carrier-attested". Never throws.
 */
export function quickResult(call: Call): QuickResult {
  const way: Way = { hops: hopsOf([call], MOST_READ), isDeclared: () => false };
  const identities = headerIdentities(way, decidingValues);
  const contradictions = [...headerContradictions(identities), ...unverifiedContradictions(identities)];
  const withheld = isWithheld(way.hops, identities);
  return {
    result: verdictResult({ contradictions, isWithheld: withheld, passports: [], identities }),
    isWithheld: withheld,
    hasContradiction: contradictions.length > 0,
    ...(!withheld && { claimed: claimOf(identities).claimed }),
  };
}
