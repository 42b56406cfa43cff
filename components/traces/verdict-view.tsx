import { InsetText } from "@/components/ui/inset-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { AssertedIdentity, Contradiction, Verdict } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { codeWords } from "./code-words";
import { namedBy } from "./named-by";
import { NotChecked } from "./not-checked";
import { ClaimedText, VerdictLead } from "./verdict-lead";
import { WhoMayAnswer } from "./who-may-answer";
import { WhoSaid } from "./who-said";
import { Written } from "./written";

type Props = {
  verdict: Verdict;
  /** Page of the trace, for whoever may name a provider or add a certificate there. */
  settings?: string;
};

/** All letters stand in the table of identities. */
const MOST_LETTERS = 200;

/**
 * The result in plain words: first what it comes to, then what was claimed, who said it, what contradicts it, what
 * nobody checked, and who can answer.
 */
export function VerdictView({ verdict, settings }: Props) {
  const words = texts("traces.verdict");
  return (
    <section className="verdict" aria-labelledby="result">
      <h2 id="result">{words("heading")}</h2>
      <VerdictLead verdict={verdict} />
      <InsetText>
        <p>{words("innocent")}</p>
      </InsetText>
      <SummaryList
        rows={[
          {
            key: "claimed",
            term: words("claimed"),
            value: <ClaimedText verdict={verdict} most={MOST_LETTERS} />,
          },
          { key: "who", term: words("whoSaid"), value: <WhoSaid identities={verdict.identities} /> },
          { key: "contradicts", term: words("contradicts"), value: <Contradicts verdict={verdict} /> },
          {
            key: "notChecked",
            term: words("notChecked"),
            value: <NotChecked codes={verdict.notChecked} settings={settings} />,
          },
          {
            key: "answers",
            term: words("whoCanAnswer"),
            value: <WhoMayAnswer answers={verdict.whoCanAnswer} />,
          },
        ]}
      />
    </section>
  );
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
