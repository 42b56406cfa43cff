import { DataTable } from "@/components/ui/data-table";
import type { VerdictResult } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import type { CallSummary, ClaimedParty } from "@/lib/sip/call-summary";
import type { IndexLine } from "@/lib/traces/part";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

const MOST_LETTERS = 60;

export type ListedCall = Pick<IndexLine, "summary" | "result">;

type Props = { calls: readonly ListedCall[]; zone: string; hrefOf: (callNumber: number) => string };

/** Calls to choose from: when, from whom to whom as claimed, what became of each, and what is said of its caller. */
export function CallTable({ calls, zone, hrefOf }: Props) {
  const words = texts("traces.calls");
  const columns = [
    { key: "number", header: words("number") },
    { key: "from", header: words("from") },
    { key: "to", header: words("to") },
    { key: "state", header: words("state") },
    { key: "messages", header: words("messages"), isNumber: true },
  ];
  const rows = calls.map((line) => ({
    key: String(line.summary.number),
    cells: cellsOf(line, { zone, href: hrefOf(line.summary.number) }),
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function cellsOf({ summary, result }: ListedCall, { zone, href }: { zone: string; href: string }) {
  const words = texts("traces.calls");
  const { startedAt, number } = summary;
  const when = startedAt === undefined ? words("noTime") : <TraceTime at={startedAt} zone={zone} />;
  return {
    number: (
      <>
        <a className="message-link" href={href}>
          {texts("traces.entryNames")(summary.kind, { number })}
        </a>
        <span className="under">{when}</span>
      </>
    ),
    from: <PartyText party={summary.from} />,
    to: <PartyText party={summary.to} />,
    state: <StateText summary={summary} result={result.result} />,
    messages: <Counts summary={summary} />,
  };
}

function Counts({ summary: { messages, findings } }: { summary: CallSummary }) {
  const words = texts("traces.calls");
  const count = findings.broken + findings.odd;
  return (
    <>
      {words("messageCount", { count: messages })}
      {count > 0 && <span className="under">{words("withFindings", { count })}</span>}
    </>
  );
}

function PartyText({ party: { user, host, name } }: { party: ClaimedParty }) {
  const [first, ...rest] = [user, name, host].filter((part) => part !== undefined && part !== "");
  if (!first) return texts("traces.calls")("noNumber");
  return (
    <>
      <Written text={cut(first)} />
      {rest.map((part) => (
        <span key={part} className="under">
          <Written text={cut(part ?? "")} />
        </span>
      ))}
    </>
  );
}

// A list is for finding a call; its page shows all letters.
function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

function StateText({ summary, result }: { summary: CallSummary; result: VerdictResult }) {
  const state = texts("traces.states")(summary.state);
  const kind = texts("traces.kinds")(summary.kind);
  const legs = summary.legs.length;
  return (
    <>
      {summary.kind === "call" ? state : kind}
      {summary.kind === "call" && <span className="under">{texts("traces.results")(result)}</span>}
      {legs > 0 && <span className="under">{texts("traces.calls")("legs", { count: legs })}</span>}
    </>
  );
}
