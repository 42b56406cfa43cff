import type { Verdict } from "./verdict";

/** Which sentence tells a verdict first, by the name of its words, and the number that stands against the shown one. */
export type VerdictLead = {
  sentence:
    | "withheld"
    | "claimed"
    | "claimedNothing"
    | "network-asserted"
    | "network-assertedNothing"
    | "contradicted"
    | "contradictedNothing"
    | "contradictedNumber"
    | `carrier-attested-${"A" | "B" | "C"}`;
  other?: string;
};

/** Chooses the first sentence of a verdict: what was shown, and who said so. */
export function verdictLead(verdict: Verdict): VerdictLead {
  const { result, claimed, attestation } = verdict;
  if (result === "withheld") return { sentence: result };
  if (result === "carrier-attested") return { sentence: `${result}-${attestation ?? "C"}` };
  if (claimed === undefined) return { sentence: `${result}Nothing` };
  const other = result === "contradicted" ? otherNumber(verdict) : undefined;
  return other ? { sentence: "contradictedNumber", other } : { sentence: result };
}

/** The number that somebody else than the caller gave, of those that do not agree with the shown one. */
function otherNumber({ claimed, contradictions, identities }: Verdict): string | undefined {
  const disagreeing = contradictions.flatMap(({ between }) =>
    between.flatMap((place) => identities[place] ?? []),
  );
  return disagreeing.find(({ asserter, number }) => asserter !== "caller" && number && number !== claimed)
    ?.number;
}
