import { DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import type { VerdictResult } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import type { CallSummary, ClaimedParty } from "@/lib/sip/call-summary";
import type { IndexLine } from "@/lib/traces/part";
import { CallFilterForm, type CallSearch } from "./call-filter-form";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

const MOST_LETTERS = 60;

type Line = Pick<IndexLine, "summary" | "result">;

type Props = CallSearch & {
  /** One page of the calls that fit. */
  calls: readonly Line[];
  /** How many fit, and the place of the first one shown, from 1. */
  total: number;
  first: number;
  zone: string;
  hrefOf: (callNumber: number) => string;
  newer?: string;
  older?: string;
};

/** The calls of a trace, page by page, with the filter that chose them. */
export function CallList(props: Props) {
  const words = texts("traces.calls");
  const { calls, total, first } = props;
  const isWhole = total === calls.length;
  return (
    <>
      <CallFilterForm {...props} />
      <p role="status">
        {isWhole
          ? words("count", { count: total })
          : words("countOf", { first, last: first + calls.length - 1, count: total })}
      </p>
      {calls.length > 0 && <CallTable calls={calls} zone={props.zone} hrefOf={props.hrefOf} />}
      <Pagination
        label={words("pages")}
        newer={props.newer ? { href: props.newer, text: words("newer") } : undefined}
        older={props.older ? { href: props.older, text: words("older") } : undefined}
      />
    </>
  );
}

function CallTable({ calls, zone, hrefOf }: Pick<Props, "calls" | "zone" | "hrefOf">) {
  const words = texts("traces.calls");
  const columns = [
    { key: "number", header: words("number") },
    { key: "from", header: words("from") },
    { key: "to", header: words("to") },
    { key: "state", header: words("state") },
    { key: "messages", header: words("messages"), isNumber: true },
    { key: "findings", header: words("findings"), isNumber: true },
  ];
  const rows = calls.map((line) => ({
    key: String(line.summary.number),
    cells: cellsOf(line, { zone, href: hrefOf(line.summary.number) }),
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function cellsOf({ summary, result }: Line, { zone, href }: { zone: string; href: string }) {
  const words = texts("traces.calls");
  const { startedAt, findings } = summary;
  const when = startedAt === undefined ? words("noTime") : <TraceTime at={startedAt} zone={zone} />;
  return {
    number: (
      <>
        <a className="message-link" href={href}>
          {words("call", { number: summary.number })}
        </a>
        <span className="under">{when}</span>
      </>
    ),
    from: <PartyText party={summary.from} />,
    to: <PartyText party={summary.to} />,
    state: <StateText summary={summary} result={result.result} />,
    messages: words("messageCount", { count: summary.messages }),
    findings: words("withFindings", { count: findings.broken + findings.odd }),
  };
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
