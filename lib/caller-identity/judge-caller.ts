import type { Call } from "@/lib/sip/call";
import type { Way } from "./asserter";
import { callsOfOneCaller } from "./calls-of-one-caller";
import { readCertificates } from "./certificates";
import { claimOf } from "./claim";
import { headerContradictions } from "./contradictions";
import { addressesOfDeclared } from "./declared-hosts";
import { type GatheredIdentity, shownIdentity } from "./gathered-identity";
import { hopsOf } from "./hops";
import { headerIdentities } from "./identities";
import { legContradictions } from "./leg-contradictions";
import { notCheckedIn } from "./not-checked";
import { checkPassports } from "./passport/check-passports";
import { signedContradictions } from "./passport/signed-contradictions";
import { seenAddresses } from "./seen-addresses";
import type { PassportReport, Verdict } from "./verdict";
import { attestingPassport, verdictResult } from "./verdict-result";
import { whoCanAnswer } from "./who-can-answer";
import { isWithheld } from "./withheld";

export type CallerQuestion = {
  /** The asked call first, then its legs. */
  calls: readonly Call[];
  /** Addresses or domains that the person declared as her own provider's. */
  declaredHosts?: readonly string[];
  /** Texts with certificates that the person uploaded, of signers and of roots, in any order (`readCertificates`). */
  certificates?: readonly string[];
};

/**
 * What the trace of a call says of its caller's identity: who claims what, who asserts it, what contradicts it, what was
 * signed, and who can answer. Never who the caller is. Times are those of the capture. Never throws.
 */
export async function judgeCaller({
  calls: allCalls,
  declaredHosts = [],
  certificates = [],
}: CallerQuestion): Promise<Verdict> {
  const calls = callsOfOneCaller(allCalls);
  const way = wayOf(calls, addressesOfDeclared(declaredHosts, allCalls));
  const gathered = [...headerIdentities(way), ...seenAddresses(calls, way)];
  const passports = await checkPassports(gathered, certificates.flatMap(certificatesIn));
  const identities = withCarriers(gathered, passports);
  const contradictions = [
    ...headerContradictions(identities),
    ...passports.flatMap((report) => signedContradictions(report, identities)),
    ...legContradictions(calls, identities),
  ];
  const withheld = isWithheld(way.hops, identities);
  return {
    result: verdictResult({ contradictions, isWithheld: withheld, passports, identities }),
    attestation: attestingPassport(passports)?.attestation,
    ...(!withheld && claimOf(identities)),
    identities: identities.map(shownIdentity),
    contradictions,
    isSpoofingIndicated: contradictions.some(({ isInsideOneTrust }) => isInsideOneTrust),
    isWithheld: withheld,
    passports,
    notChecked: notCheckedIn({ calls, way, identities, passports, certificates }),
    whoCanAnswer: whoCanAnswer({ calls, way, identities, passports }),
  };
}

function wayOf(calls: readonly Call[], declared: ReadonlySet<string>): Way {
  return {
    hops: hopsOf(calls),
    isDeclared: (address) => address !== undefined && declared.has(address.toLowerCase()),
  };
}

function certificatesIn(text: string) {
  return readCertificates(text).certificates;
}

/** A token whose signature fits an uploaded certificate is the word of the carrier that signed, whoever passed it on. */
function withCarriers(
  identities: readonly GatheredIdentity[],
  passports: readonly PassportReport[],
): GatheredIdentity[] {
  return identities.map((identity) => {
    const isCarriers = passports.some(
      ({ message, range, signer }) =>
        signer !== undefined && message === identity.message && range.start === identity.range.start,
    );
    return isCarriers ? { ...identity, asserter: "carrier" } : identity;
  });
}
