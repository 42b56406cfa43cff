import { texts } from "@/lib/platform/texts";
import type { StoryFinding } from "@/lib/sip/call-story";
import { codeWords } from "./code-words";
import { FindingMark } from "./finding-mark";
import { type HrefOfMessage, MessageLink } from "./message-link";

/** What is odd about a call as a whole; oddities of one message stand with that message too. */
export function StoryFindings(props: { findings: readonly StoryFinding[]; hrefOf?: HrefOfMessage }) {
  const words = texts("traces.story");
  if (props.findings.length === 0) return null;
  return (
    <>
      <h3>{words("findings")}</h3>
      <ul className="findings">
        {props.findings.map(({ code, weight, message, range }) => (
          <li key={`${code} ${message} ${range.start}`}>
            <FindingMark weight={weight} />{" "}
            {texts("traces.message")("finding", {
              weight: texts("traces.weights")(weight),
              text: codeWords("traces.storyFindings", code),
            })}{" "}
            {message !== undefined && <MessageLink number={message} hrefOf={props.hrefOf} />}
          </li>
        ))}
      </ul>
    </>
  );
}
