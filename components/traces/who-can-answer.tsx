import { Disclosure } from "@/components/ui/disclosure";
import type { WhoCanAnswer } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { plainText } from "@/lib/sip/ladder-text";
import { Written } from "./written";

/** The companies to ask, each with what lets it find the call, as text that a letter takes as it is. */
export function WhoCanAnswerView({ answers }: { answers: readonly WhoCanAnswer[] }) {
  const words = texts("traces.answer");
  if (answers.length === 0) return <p>{words("none")}</p>;
  return (
    <>
      <p>{words("lead")}</p>
      {answers.map((answer, index) => (
        <section key={answer.operator + answer.because} className="operator">
          <h3>
            <Written text={answer.operator} />
          </h3>
          <p className="above">
            {words("because", { because: texts("traces.answerReasons")(answer.because) })}
          </p>
          <Disclosure summary={words("copy")} isOpen={index === 0}>
            <pre className="copy-block" dir="ltr">
              {letterTextOf(answer)}
            </pre>
          </Disclosure>
        </section>
      ))}
    </>
  );
}

/** One fact a line. */
function letterTextOf({ operator, facts }: WhoCanAnswer): string {
  const words = texts("traces.answer");
  const names = texts("traces.answerFacts");
  const lines = facts.map(({ name, value }) => words("line", { name: names(name), value: plainText(value) }));
  return [words("of", { operator: plainText(operator) }), ...lines].join("\n");
}
