import type { WhoCanAnswer } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import { Written } from "./written";

const MOST_NAMED = 4;

/** The names of those who can answer, and why; what they need to find the call stands in its own part of the page. */
export function WhoMayAnswer({ answers }: { answers: readonly WhoCanAnswer[] }) {
  const words = texts("traces.answer");
  if (answers.length === 0) return words("none");
  return (
    <ul className="plain-list">
      {answers.slice(0, MOST_NAMED).map(({ operator, because }) => (
        <li key={operator + because}>
          {words.rich("named", {
            operator: () => <Written text={operator} />,
            because: texts("traces.answerReasons")(because),
          })}
        </li>
      ))}
      <li>
        <a href="#answers">{words("more")}</a>
      </li>
    </ul>
  );
}
