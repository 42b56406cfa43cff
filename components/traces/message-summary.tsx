import { texts } from "@/lib/platform/texts";
import type { ReadMessage } from "@/lib/sip/call-story";
import type { Weight } from "@/lib/sip/finding";
import { FindingMark } from "./finding-mark";
import { secondsText } from "./seconds-text";
import { Written } from "./written";

type Props = { message: ReadMessage; heading: string; startedAt?: number };

/** The one line of a folded message: which it is, when, between whom, and what is to be said about it. */
export function MessageSummary({ message, heading, startedAt }: Props) {
  const words = texts("traces.message");
  const { source, destination, at } = message.seen;
  return (
    <summary className="message-summary">
      <span className="message-name">{heading}</span>{" "}
      <span className="message-about">
        {at !== undefined && startedAt !== undefined && (
          <span className="tabular">{secondsText(at - startedAt)}</span>
        )}{" "}
        {source && destination && (
          <span>
            {words.rich("between", {
              from: () => <Written text={source.address} />,
              to: () => <Written text={destination.address} />,
            })}
          </span>
        )}{" "}
        <Marks message={message} />
      </span>
    </summary>
  );
}

const weights: readonly Weight[] = ["broken", "odd", "note"];

function Marks({ message: { read, repeats } }: { message: ReadMessage }) {
  const count = read.findings.length;
  const heaviest = weights.find((weight) => read.findings.some((finding) => finding.weight === weight));
  return (
    <>
      {heaviest && (
        <span>
          <FindingMark weight={heaviest} /> {texts("traces.ladder")("findings", { count })}
        </span>
      )}{" "}
      {repeats !== undefined && <span>{texts("traces.message")("repetition")}</span>}
    </>
  );
}
