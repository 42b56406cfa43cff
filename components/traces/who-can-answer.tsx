import { Disclosure } from "@/components/ui/disclosure";
import { SummaryList } from "@/components/ui/summary-list";
import type { WhoCanAnswer } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { plainText } from "@/lib/sip/ladder-text";
import { Written } from "./written";

/** The companies to ask, each with what lets it find the call, and the same as text for a letter. */
export function WhoCanAnswerView({ answers }: { answers: readonly WhoCanAnswer[] }) {
  const words = texts("traces.answer");
  if (answers.length === 0) return <p>{words("none")}</p>;
  return (
    <>
      <p>{words("lead")}</p>
      {answers.map((answer) => (
        <section key={answer.operator + answer.because} className="entry">
          <h3>
            <Written text={answer.operator} />
          </h3>
          <p className="above">{texts("traces.answerReasons")(answer.because)}</p>
          <SummaryList rows={rowsOf(answer)} />
          <Disclosure summary={words("copy")}>
            <pre className="copy-block" dir="ltr">
              {letterTextOf(answer)}
            </pre>
          </Disclosure>
        </section>
      ))}
    </>
  );
}

function rowsOf({ facts }: WhoCanAnswer) {
  const names = texts("traces.answerFacts");
  return facts.map(({ name, value }, index) => ({
    key: `${name} ${index}`,
    term: names(name),
    value: <Written text={value} />,
  }));
}

/** One fact a line: a letter or an e-mail takes it as it is. */
function letterTextOf({ operator, facts }: WhoCanAnswer): string {
  const words = texts("traces.answer");
  const names = texts("traces.answerFacts");
  const lines = facts.map(({ name, value }) => words("line", { name: names(name), value: plainText(value) }));
  return [words("of", { operator: plainText(operator) }), ...lines].join("\n");
}
