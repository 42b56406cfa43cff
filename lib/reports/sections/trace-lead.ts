import type { Verdict } from "@/lib/caller-identity/verdict";
import { verdictLead } from "@/lib/caller-identity/verdict-lead";
import { texts } from "@/lib/platform/texts";
import { plainText } from "@/lib/sip/ladder-text";

/** The most letters of a shown name in a sentence; the table below holds them all. */
const MOST_NAME_LETTERS = 60;

/** The first sentence of the verdict, and what it does not tell. */
export function leadOfTrace(verdict: Verdict): string {
  const { sentence, other = "" } = verdictLead(verdict);
  const words = texts("traces.verdict");
  const lead = words.markup(`lead.${sentence}`, { claimed: () => claimedText(verdict), other: () => other });
  return `${lead} ${words("innocent")}`;
}

/** The number that was shown, with the name that came with it where that is no longer than a name. */
function claimedText({ claimed, claimedName }: Verdict): string {
  const words = texts("traces.verdict");
  if (claimed === undefined) return words("noNumber");
  if (!claimedName) return claimed;
  return words.markup("namedNumber", {
    number: () => claimed,
    name: () => [...plainText(claimedName)].slice(0, MOST_NAME_LETTERS).join(""),
  });
}
