import { Pagination } from "@/components/ui/pagination";
import { texts } from "@/lib/platform/texts";
import type { CallKind } from "@/lib/sip/call";
import { CallFilterForm, type CallSearch, isFiltered } from "./call-filter-form";
import { CallTable, type ListedCall } from "./call-table";

/** So few calls are found by eye. */
const FEW = 10;

type Props = CallSearch & {
  /** One page of the calls that fit. */
  calls: readonly ListedCall[];
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
