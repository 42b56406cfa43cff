import type { GatheredIdentity } from "../gathered-identity";
import type { PassportCheck } from "../verdict";
import { checkDiversion } from "./check-diversion";
import { checkFreshness } from "./check-freshness";
import { checkDestination, checkOrigin } from "./check-parties";
import { type IdentityHeader, readIdentityHeader } from "./identity-header";
import type { PassportReason } from "./passport-reasons";
import { type SignedCall, signedCallOf } from "./signed-call";
import { type PassportToken, readToken } from "./token";

/** A PASSporT with the message that carries it; a code instead of the token where it cannot be read. */
export type CarriedToken = {
  identity: GatheredIdentity;
  header: IdentityHeader;
  call: SignedCall;
  token: PassportToken | PassportReason;
};

/** More tokens than any chain of diversions has. */
const MOST_TOKENS = 20;

export function carriedTokens(identities: readonly GatheredIdentity[]): CarriedToken[] {
  return identities
    .filter(({ source }) => source === "Identity")
    .slice(0, MOST_TOKENS)
    .map((identity) => {
      const header = readIdentityHeader(identity.hop.read.text, identity.range);
      const call = signedCallOf(identity.hop);
      return { identity, header, call, token: readToken(header, call) };
    });
}

/** The steps that set a token against its call, and need no certificate. */
export function checkAgainstCall(
  { token, call }: CarriedToken,
  all: readonly CarriedToken[],
): PassportCheck[] {
  if (typeof token === "string") return [];
  const tokens = all.flatMap((one) => (typeof one.token === "string" ? [] : one.token));
  return [
    checkFreshness(token, call),
    checkOrigin(token, call),
    checkDestination(token, call, tokens),
    checkDiversion(token, tokens),
  ];
}
