import { texts } from "@/lib/platform/texts";
import { isMessageRow } from "@/lib/sip/ladder";
import type { LadderPage } from "@/lib/sip/ladder-pages";
import { FindingMark } from "./finding-mark";

const weights = ["broken", "odd", "note"] as const;

/** Only what the drawing shows is explained. */
export function LadderLegend({ ladder }: { ladder: LadderPage }) {
  const words = texts("traces.ladder");
  const messages = ladder.rows.filter(isMessageRow);
  const shown = new Set(messages.flatMap(({ marks }) => marks.slice(0, 1)).map(({ weight }) => weight));
  return (
    <ul className="ladder-legend">
      <li>
        <LineSample kind="request" d="M0 8H22" head="M22 3 31 8 22 13Z" /> {words("legendRequest")}
      </li>
      <li>
        <LineSample kind="answer" d="M0 8H6M10 8H16M20 8H26" open="M22 3 31 8 22 13" />{" "}
        {words("legendResponse")}
      </li>
      {messages.some(({ kind }) => kind === "failure") && (
        <li>
          <LineSample kind="answer" d="M0 8H6M24 8H30" open="M22 3 31 8 22 13M9 3l10 10m0-10l-10 10" />{" "}
          {words("legendFailure")}
        </li>
      )}
      {ladder.rows.some(({ kind }) => kind === "media") && (
        <li>
          <LineSample kind="media" d="M0 5.5H24M0 10.5H24" head="M22 3 31 8 22 13Z" /> {words("legendMedia")}
        </li>
      )}
      {weights
        .filter((weight) => shown.has(weight))
        .map((weight) => (
          <li key={weight}>
            <FindingMark weight={weight} /> {texts("traces.weights")(weight)}
          </li>
        ))}
    </ul>
  );
}

type Sample = { kind: "request" | "answer" | "media"; d: string; head?: string; open?: string };

function LineSample({ kind, d, head, open }: Sample) {
  return (
    <svg className={`line-sample ladder-${kind}`} viewBox="0 0 32 16" aria-hidden="true" focusable="false">
      <path className="ladder-line" d={d} />
      {head && <path className="ladder-head" d={head} />}
      {open && <path className="ladder-head-open" d={open} />}
    </svg>
  );
}
