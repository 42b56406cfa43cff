// Two statements of a trace that cannot both be true of one caller. One number written in two ways is none: see
// signalled-number.ts. Only where both stand inside one trust boundary does a contradiction show that somebody lied;
// otherwise it is told, and nothing is concluded from it.
import type { GatheredIdentity } from "./gathered-identity";
import { numberInName } from "./number-in-name";
import { compareAddresses } from "./signalled-address";
import { compareNumbers } from "./signalled-number";
import type { Contradiction } from "./verdict";
import type { IdentitySource } from "./written-values";

type Code = Contradiction["code"];

/** Contradictions between headers of one call; `between` are places in `identities`. */
export function headerContradictions(identities: readonly GatheredIdentity[]): Contradiction[] {
  const asserted = assertedIn(identities);
  const claims = (source: IdentitySource) => identities.filter((one) => one.source === source);
  return [
    ...between("FROM_DIFFERS_FROM_ASSERTED", claims("From").slice(0, 1), asserted, identities),
    ...between(
      "REMOTE_PARTY_DIFFERS_FROM_ASSERTED",
      ownWord(claims("Remote-Party-ID")),
      asserted,
      identities,
    ),
    ...between("PREFERRED_DIFFERS_FROM_ASSERTED", claims("P-Preferred-Identity"), asserted, identities),
    ...between("ASSERTED_CHANGED_ON_THE_WAY", replaced(claims("P-Asserted-Identity")), asserted, identities),
    ...nameContradictions(claims("From").slice(0, 1), asserted, identities),
    ...failedVerifications(claims("verstat"), identities),
  ];
}

/** What a network asserts; without that, what the caller's device put into the network's header. */
function assertedIn(identities: readonly GatheredIdentity[]): GatheredIdentity[] {
  const inHeader = (source: IdentitySource) => identities.filter((one) => one.source === source);
  const asserted = inHeader("P-Asserted-Identity");
  const byNetwork = [asserted, inHeader("Remote-Party-ID")].map((group) => group.filter(isNetworks));
  return byNetwork.find((group) => group.length > 0) ?? asserted;
}

function isNetworks({ asserter }: GatheredIdentity): boolean {
  return asserter === "network";
}

function ownWord(identities: GatheredIdentity[]): GatheredIdentity[] {
  return identities.filter((one) => !isNetworks(one));
}

/** Assertions of the caller's device that a network put its own in place of. */
function replaced(asserted: GatheredIdentity[]): GatheredIdentity[] {
  return asserted.some(isNetworks) ? ownWord(asserted) : [];
}

/** A claim contradicts a group of assertions when it differs from one and is like none: a caller may have two addresses. */
function between(
  code: Code,
  claims: readonly GatheredIdentity[],
  asserted: readonly GatheredIdentity[],
  identities: readonly GatheredIdentity[],
): Contradiction[] {
  return claims.flatMap((claim) => {
    const likenesses = asserted.map((one) => likenessOf(claim, one));
    const other = asserted[likenesses.indexOf("different")];
    if (!other || likenesses.includes("same")) return [];
    const between = [identities.indexOf(claim), identities.indexOf(other)];
    return [
      { code, isInsideOneTrust: isTrusted(other), between, values: [writtenIn(claim), writtenIn(other)] },
    ];
  });
}

function likenessOf(claim: GatheredIdentity, other: GatheredIdentity) {
  if (!claim.address || !other.address || claim === other) return "unclear";
  return compareAddresses(claim.address, other.address);
}

/** Whether the person named the host that asserts as her provider's; one that nobody named may lie as well as the caller. */
function isTrusted({ asserter, trust }: GatheredIdentity): boolean {
  return asserter === "network" && trust === "declared";
}

function writtenIn({ address, value }: GatheredIdentity): string {
  return address?.uri ?? value;
}

function nameContradictions(
  froms: readonly GatheredIdentity[],
  asserted: readonly GatheredIdentity[],
  identities: readonly GatheredIdentity[],
): Contradiction[] {
  return froms.flatMap((from) => {
    const named = numberInName(from.displayName ?? "");
    const other = [from, ...asserted].find(({ address }) => address?.number);
    const number = other?.address?.number;
    if (!named || !other || !number || compareNumbers(named, number) !== "different") return [];
    const places = [...new Set([identities.indexOf(from), identities.indexOf(other)])];
    const values = [from.displayName ?? "", writtenIn(other)];
    return [
      { code: "DISPLAY_NAME_HOLDS_OTHER_NUMBER" as const, isInsideOneTrust: false, between: places, values },
    ];
  });
}

function failedVerifications(
  verstats: readonly GatheredIdentity[],
  identities: readonly GatheredIdentity[],
): Contradiction[] {
  const failed = verstats.find(({ value }) => /failed/i.test(value));
  if (!failed) return [];
  return [
    {
      code: "VERIFICATION_FAILED_UPSTREAM",
      isInsideOneTrust: isTrusted(failed),
      between: [identities.indexOf(failed)],
      values: [failed.value],
    },
  ];
}
