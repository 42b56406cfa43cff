import type { ReactNode } from "react";
import { InsetText } from "@/components/ui/inset-text";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { AssertedIdentity, Contradiction, Verdict } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { codeWords } from "./code-words";
import { namedBy } from "./named-by";
import { WhoSaid } from "./who-said";
import { Written } from "./written";

/** The result in plain words: what was claimed, who said it, what contradicts it, and what nobody checked. */
export function VerdictView({ verdict, level = "h2" }: { verdict: Verdict; level?: "h2" | "h3" }) {
  const words = texts("traces.verdict");
  const Heading = level;
  return (
    <section className="verdict" aria-labelledby="verdict">
      <Heading id="verdict">{words("heading")}</Heading>
      <p className="lead">{leadOf(verdict)}</p>
      <SummaryList rows={rowsOf(verdict)} />
      {verdict.isWithheld && verdict.result !== "withheld" && <p>{words("withheldToo")}</p>}
      {verdict.contradictions.length > 0 && (
        <p>{verdict.isSpoofingIndicated ? words("spoofed") : words("cannotTell")}</p>
      )}
      <InsetText>
        <p>{words("innocent")}</p>
      </InsetText>
    </section>
  );
}

function leadOf(verdict: Verdict): ReactNode {
  const words = texts("traces.verdict");
  const claimed = () => <ClaimedText verdict={verdict} />;
  const isNothing = verdict.claimed === undefined;
  switch (verdict.result) {
    case "withheld":
      return words("lead.withheld");
    case "claimed":
      return isNothing ? words("lead.claimedNothing") : words.rich("lead.claimed", { claimed });
    case "network-asserted":
      return isNothing
        ? words("lead.network-assertedNothing")
        : words.rich("lead.network-asserted", { claimed });
    case "contradicted":
      return isNothing ? words("lead.contradictedNothing") : words.rich("lead.contradicted", { claimed });
    case "carrier-attested":
      return words.rich(`lead.carrier-attested-${verdict.attestation ?? "C"}`, { claimed });
  }
}

function ClaimedText({ verdict: { claimed, claimedName } }: { verdict: Verdict }) {
  const words = texts("traces.verdict");
  if (claimed === undefined) return words("noNumber");
  const number = () => (
    <strong>
      <Written text={claimed} />
    </strong>
  );
  if (!claimedName) return number();
  return words.rich("namedNumber", { number, name: () => <Written text={claimedName} /> });
}

function rowsOf(verdict: Verdict): SummaryRow[] {
  const words = texts("traces.verdict");
  return [
    { key: "claimed", term: words("claimed"), value: <ClaimedText verdict={verdict} /> },
    { key: "who", term: words("whoSaid"), value: <WhoSaid identities={verdict.identities} /> },
    { key: "contradicts", term: words("contradicts"), value: <Contradicts verdict={verdict} /> },
    { key: "notChecked", term: words("notChecked"), value: <NotChecked verdict={verdict} /> },
  ];
}

function Contradicts({ verdict }: { verdict: Verdict }) {
  const words = texts("traces.verdict");
  const { contradictions, identities } = verdict;
  if (contradictions.length === 0) {
    const isCompared =
      new Set(identities.map(({ asserter }) => asserter)).has("network") || isSigned(verdict);
    return words(isCompared ? "nothingContradicts" : "onlyOneSaid");
  }
  return (
    <ul className="plain-list">
      {contradictions.map((contradiction) => (
        <li key={contradiction.code + contradiction.between.join()}>
          <ContradictionText contradiction={contradiction} identities={identities} />
        </li>
      ))}
    </ul>
  );
}

function isSigned({ passports }: Verdict): boolean {
  return passports.some(({ result }) => result === "verified");
}

type TextProps = { contradiction: Contradiction; identities: readonly AssertedIdentity[] };

/** What contradicts what: with the place where each statement stands, where the verdict tells it. */
function ContradictionText({ contradiction: { code, between, values }, identities }: TextProps) {
  const words = texts("traces.verdict");
  const named = between.flatMap((index) => identities[index] ?? []);
  const lines =
    named.length > 0
      ? named.map((identity) => ({
          where: texts("traces.identitySources")(identity.source),
          value: namedBy(identity),
        }))
      : values.map((value) => ({ where: words("theTrace"), value }));
  return (
    <>
      {codeWords("traces.contradictions", code)}
      {lines.map(({ where, value }) => (
        <span key={where + value} className="under">
          {words.rich("stands", { where, value: () => <Written text={value} /> })}
        </span>
      ))}
    </>
  );
}

function NotChecked({ verdict: { notChecked } }: { verdict: Verdict }) {
  if (notChecked.length === 0) return texts("traces.verdict")("allChecked");
  return (
    <ul className="plain-list">
      {notChecked.map((code) => (
        <li key={code}>{codeWords("traces.notChecked", code)}</li>
      ))}
    </ul>
  );
}
