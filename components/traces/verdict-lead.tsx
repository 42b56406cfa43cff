import type { ReactNode } from "react";
import type { Verdict } from "@/lib/caller-identity/verdict";
import { verdictLead } from "@/lib/caller-identity/verdict-lead";
import { texts } from "@/lib/platform/texts";
import { Written } from "./written";

/** The result in a sentence or two, and what it comes to where statements do not agree. */
export function VerdictLead({ verdict }: { verdict: Verdict }) {
  const words = texts("traces.verdict");
  return (
    <>
      <p className="lead">{leadOf(verdict)}</p>
      {verdict.contradictions.length > 0 && (
        <p>{words(verdict.isSpoofingIndicated ? "spoofed" : "cannotTell")}</p>
      )}
      {verdict.isWithheld && verdict.result !== "withheld" && <p>{words("withheldToo")}</p>}
    </>
  );
}

// The full name stands in the table of identities; here five hundred letters would bury the sentence.
const MOST_LETTERS = 60;

function leadOf(verdict: Verdict): ReactNode {
  const { sentence, other = "" } = verdictLead(verdict);
  return texts("traces.verdict").rich(`lead.${sentence}`, {
    claimed: () => <ClaimedText verdict={verdict} most={MOST_LETTERS} />,
    other: () => (
      <strong>
        <Written text={other} most={MOST_LETTERS} />
      </strong>
    ),
  });
}

/** The number that was shown, with the name that came with it; each cut behind `most` letters. */
export function ClaimedText(props: { verdict: Pick<Verdict, "claimed" | "claimedName">; most?: number }) {
  const words = texts("traces.verdict");
  const { claimed, claimedName } = props.verdict;
  if (claimed === undefined) return words("noNumber");
  const number = () => (
    <strong>
      <Written text={claimed} most={props.most} />
    </strong>
  );
  if (!claimedName) return number();
  return words.rich("namedNumber", {
    number,
    name: () => <Written text={claimedName} most={props.most} />,
  });
}
