import type { Call } from "@/lib/sip/call";
import type { Way } from "./asserter";
import { chargingVector, fact, factsOf } from "./call-facts";
import { gatewayOperators } from "./gateway-operators";
import type { GatheredIdentity } from "./gathered-identity";
import type { Hop } from "./hops";
import { isHostName } from "./host-name";
import { redirectOperators } from "./redirect-operators";
import type { PassportReport, WhoCanAnswer } from "./verdict";

type Judged = {
  calls: readonly Call[];
  way: Way;
  identities: readonly GatheredIdentity[];
  passports: readonly PassportReport[];
};

const MOST_OPERATORS = 12;

/**
 * Whom to ask, the most useful first: who signed, who asserted a number, who handed the call over (the last host first), who
 * redirected it, through which gateway it came. Each operator once, with its strongest reason. Operators, never the caller.
 */
export function whoCanAnswer({ calls, way, identities, passports }: Judged): WhoCanAnswer[] {
  const found = [
    ...passports.flatMap((report) => signers(report, way.hops)),
    ...identities.flatMap(asserters),
    ...[...way.hops].reverse().flatMap(handers),
    ...redirectOperators(calls, identities),
    ...gatewayOperators(calls, way.hops),
  ];
  const named = new Set<string>();
  return found.filter(({ operator }) => !named.has(operator) && named.add(operator)).slice(0, MOST_OPERATORS);
}

function signers(
  { message, signer, certificateAddress, originId, checks }: PassportReport,
  hops: readonly Hop[],
) {
  const hop = hops.find(({ seen }) => seen.number === message);
  const operator = signer ?? hostOf(certificateAddress);
  const isRead = checks.some(({ step, outcome }) => step === "parse" && outcome === "passed");
  if (!hop || !operator || !isRead) return [];
  const facts = [...fact("origid", originId), ...factsOf(hop)];
  return [{ operator, because: "signed" as const, facts }];
}

function hostOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).hostname || undefined : undefined;
}

/** The network that a P-Asserted-Identity names, or without a name the host that sent it; and the originating network. */
function asserters({ source, asserter, address, by, hop }: GatheredIdentity): WhoCanAnswer[] {
  if (asserter !== "network" || (source !== "P-Asserted-Identity" && source !== "Remote-Party-ID")) return [];
  const named = address && isHostName(address.host) ? address.host : by;
  const originating = chargingVector(hop.read)("orig-ioi");
  return [named, originating]
    .filter((operator) => operator !== undefined)
    .map((operator) => ({ operator, because: "asserted", facts: factsOf(hop) }));
}

/** The host that sent it, and the network that it names as the one before it (RFC 7315 section 4.6). */
function handers(hop: Hop): WhoCanAnswer[] {
  if (hop.read.kind === "response") return [];
  return [hop.by, chargingVector(hop.read)("orig-ioi")]
    .filter((operator) => operator !== undefined)
    .map((operator) => ({ operator, because: "handed-over", facts: factsOf(hop) }));
}
