import type { AssertedIdentity, Contradiction, PassportReport, VerdictResult } from "./verdict";

type Grounds = {
  contradictions: readonly Contradiction[];
  isWithheld: boolean;
  passports: readonly PassportReport[];
  identities: readonly Pick<AssertedIdentity, "source" | "asserter">[];
};

/**
 * The one result of the five. The first that holds, so that nothing reassuring hides what is not:
 * 1. contradicted: two statements of the trace cannot both be true
 * 2. withheld: somebody asked that the number be hidden, whatever else is known of it
 * 3. carrier-attested: a signature with attestation A, B or C passed every step that matters
 * 4. network-asserted: a host other than the caller's own device vouches for a number
 * 5. claimed: the caller's own word, or no word at all
 */
export function verdictResult({ contradictions, isWithheld, passports, identities }: Grounds): VerdictResult {
  if (contradictions.length > 0) return "contradicted";
  if (isWithheld) return "withheld";
  if (attestingPassport(passports)) return "carrier-attested";
  return identities.some(isAssertion) ? "network-asserted" : "claimed";
}

/** The verified token that attests something; the best one where there are several. */
export function attestingPassport(passports: readonly PassportReport[]): PassportReport | undefined {
  return passports
    .filter(({ attestation, result }) => attestation && result === "verified")
    .sort((one, other) => (one.attestation ?? "").localeCompare(other.attestation ?? ""))[0];
}

function isAssertion({ source, asserter }: Pick<AssertedIdentity, "source" | "asserter">): boolean {
  return asserter === "network" && (source === "P-Asserted-Identity" || source === "Remote-Party-ID");
}
