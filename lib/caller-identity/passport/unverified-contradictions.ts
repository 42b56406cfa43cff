import type { GatheredIdentity } from "../gathered-identity";
import type { Contradiction, PassportReport } from "../verdict";
import { carriedTokens, checkAgainstCall } from "./carried-tokens";
import { signedContradictions } from "./signed-contradictions";

/** What signed tokens say against their call, before anybody has looked at the signatures. */
export function unverifiedContradictions(identities: readonly GatheredIdentity[]): Contradiction[] {
  if (!identities.some(({ source }) => source === "Identity")) return [];
  const carried = carriedTokens(identities);
  return carried.flatMap((one) => {
    const { message, range } = one.identity;
    const report: PassportReport = {
      message,
      range,
      destinations: [],
      checks: checkAgainstCall(one, carried),
      result: "not-verified",
    };
    return signedContradictions(report, identities);
  });
}
