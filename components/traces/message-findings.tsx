import { texts } from "@/lib/platform/texts";
import type { Finding } from "@/lib/sip/finding";
import type { SipMessage } from "@/lib/sip/message";
import type { Range } from "@/lib/sip/range";
import { codeWords } from "./code-words";
import { FindingMark } from "./finding-mark";

const MOST_FINDINGS = 200;

/** What is odd in one message, numbered as its marks are, each with its bytes in the message and in the file. */
export function MessageFindings({ read, offset }: { read: SipMessage; offset?: number }) {
  const words = texts("traces.message");
  const shown = read.findings.slice(0, MOST_FINDINGS);
  const rest = read.findings.length - shown.length;
  if (shown.length === 0) return <p>{words("noFindings")}</p>;
  return (
    <>
      <h4>{words("findings")}</h4>
      <ol className="findings">
        {shown.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one code may stand twice at one place, and the list is drawn once
          <li key={index}>
            <FindingLine finding={finding} offset={offset} />
          </li>
        ))}
      </ol>
      {rest > 0 && <p>{words("moreFindings", { rest })}</p>}
    </>
  );
}

function FindingLine({ finding: { code, weight, range }, offset }: { finding: Finding; offset?: number }) {
  const words = texts("traces.message");
  return (
    <>
      <FindingMark weight={weight} />{" "}
      {words("finding", {
        weight: texts("traces.weights")(weight),
        text: codeWords("traces.findings", code),
      })}
      <span className="under">{bytesText(range, offset)}</span>
    </>
  );
}

/** Bytes are counted from 0, as hex editors do; the last one named belongs to the range. */
function bytesText({ start, end }: Range, offset: number | undefined): string {
  const words = texts("traces.message");
  const last = Math.max(start, end - 1);
  const isOne = end - start <= 1;
  if (offset === undefined)
    return isOne ? words("atByte", { start }) : words("inMessage", { start, end: last });
  const file = offset + start;
  return isOne
    ? words("atByteAndFile", { start, file })
    : words("inMessageAndFile", { start, end: last, file });
}
