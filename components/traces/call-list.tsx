import { DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import type { VerdictResult } from "@/lib/caller-identity/verdict";
import { texts } from "@/lib/platform/texts";
import type { CallKind } from "@/lib/sip/call";
import type { CallSummary, ClaimedParty } from "@/lib/sip/call-summary";
import type { IndexLine } from "@/lib/traces/part";
import { CallFilterForm, type CallSearch, isFiltered } from "./call-filter-form";
import { TraceTime } from "./trace-time";
import { Written } from "./written";

const MOST_LETTERS = 60;

/** So few calls are found by eye. */
const FEW = 10;

type Line = Pick<IndexLine, "summary" | "result">;

type Props = CallSearch & {
  /** One page of the calls that fit. */
  calls: readonly Line[];
  /** What kind each line of the trace is, whether it fits or not. */
  kinds: readonly CallKind[];
  /** How many fit, and the place of the first one shown, from 1. */
  total: number;
  first: number;
  zone: string;
  hrefOf: (callNumber: number) => string;
  newer?: string;
  older?: string;
};

/** The calls of a trace, page by page, with the filter that chose them where they are many. */
export function CallList(props: Props) {
  const words = texts("traces.calls");
  const { calls, kinds, filter } = props;
  const isMany = kinds.length > FEW || isFiltered(filter);
  return (
    <>
      <Composition {...props} />
      {isMany && (
        <>
          <CallFilterForm {...props} />
          <Found {...props} />
        </>
      )}
      {calls.length > 0 && <CallTable calls={calls} zone={props.zone} hrefOf={props.hrefOf} />}
      <Pagination
        label={words("pages")}
        newer={props.newer ? { href: props.newer, text: words("newer") } : undefined}
        older={props.older ? { href: props.older, text: words("older") } : undefined}
      />
    </>
  );
}

/** How many lines are calls, where others stand among them. */
function Composition({ kinds, filter, unfiltered }: Props) {
  const words = texts("traces.calls");
  const calls = kinds.filter((kind) => kind === "call").length;
  const others = kinds.length - calls;
  if (others === 0) return null;
  return (
    <p>
      {words("composition", { calls, others })}{" "}
      {calls > 0 && kinds.length > FEW && filter.kind !== "call" && (
        <a href={`${unfiltered}?kind=call`}>{words("onlyCalls")}</a>
      )}
    </p>
  );
}

function Found({ calls, total, first, filter }: Props) {
  const words = texts("traces.calls");
  const isWhole = total === calls.length;
  if (isWhole && !isFiltered(filter)) return null;
  return (
    <p role="status">
      {isWhole
        ? words("count", { count: total })
        : words("countOf", { first, last: first + calls.length - 1, count: total })}
    </p>
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
  ];
  const rows = calls.map((line) => ({
    key: String(line.summary.number),
    cells: cellsOf(line, { zone, href: hrefOf(line.summary.number) }),
  }));
  return <DataTable caption={words("caption")} isCaptionHidden columns={columns} rows={rows} stacks />;
}

function cellsOf({ summary, result }: Line, { zone, href }: { zone: string; href: string }) {
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
