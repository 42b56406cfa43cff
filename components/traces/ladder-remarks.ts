import type { AssertedIdentity, Contradiction, Verdict } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { plainText } from "@/lib/sip/ladder-text";

/** What is said on the arrow of a message beside its findings, by the message's number. */
export type LadderRemarks = ReadonlyMap<number, readonly string[]>;

const MOST_LETTERS = 24;

/** Marks the messages that hold what contradicts the shown number: another number, or a check that failed. */
export function ladderRemarks({ claimed, contradictions, identities }: Verdict): LadderRemarks {
  const remarks = new Map<number, string[]>();
  for (const { code, between } of contradictions) {
    for (const identity of between.flatMap((place) => identities[place] ?? [])) {
      const remark = remarkOn(identity, code, claimed);
      const said = remarks.get(identity.message) ?? [];
      if (remark && !said.includes(remark)) remarks.set(identity.message, [...said, remark]);
    }
  }
  return remarks;
}

function remarkOn(
  { asserter, number, source }: AssertedIdentity,
  code: Contradiction["code"],
  claimed: string | undefined,
): string | undefined {
  const words = texts("traces.ladder");
  if (code === "VERIFICATION_FAILED_UPSTREAM" && source === "verstat") return words("checkFailed");
  if (asserter === "caller" || !number || number === claimed) return undefined;
  return words("otherNumber", { number: plainText(number).slice(0, MOST_LETTERS) });
}
