import { texts } from "@/lib/platform/texts";
import type { SipMessage } from "@/lib/sip/message";
import { linesOf, type Piece } from "./marked-lines";

const MOST_LETTERS = 60_000;

/** The text of a message line by line; what a finding points at is marked and carries the finding's number. */
export function MarkedText({ read, number }: { read: SipMessage; number: number }) {
  const words = texts("traces.message");
  const shown = Math.min(read.text.length, MOST_LETTERS);
  const rest = read.text.length - shown;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="message-text" aria-label={words("text", { number })} tabIndex={0}>
        <pre translate="no" dir="ltr">
          {linesOf(read, shown).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and are drawn once
            <Line key={index} pieces={line} />
          ))}
        </pre>
      </section>
      {rest > 0 && <p>{words("longer", { rest })}</p>}
    </>
  );
}

/** A line of its own, so that one that is too long for the screen is told from two. */
function Line({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span className="message-line">
      {pieces.map(({ start, text, weight, numbers }) =>
        weight ? (
          <mark key={start} className={`mark-${weight}`}>
            {text}
            {numbers.length > 0 && <sup>{numbers.join(",")}</sup>}
          </mark>
        ) : (
          text
        ),
      )}
      {"\n"}
    </span>
  );
}
