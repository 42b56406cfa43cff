import type { FormTexts } from "@/components/ui/action-form";
import type { Verdict } from "@/lib/caller-identity/verdict";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { scannersOf } from "@/lib/sip/scanners";
import { type CallFilter, filterCalls, filterQuery } from "@/lib/traces/filter-calls";
import type { IndexLine } from "@/lib/traces/part";
import type { Trace } from "@/lib/traces/trace";
import { CallList } from "./call-list";
import { NoSip } from "./no-sip";
import { OneCallResult } from "./one-call-result";
import { ScannerTable } from "./scanner-table";
import { TraceFacts } from "./trace-facts";

type Props = {
  trace: Trace;
  file: Pick<EvidenceFile, "name" | "sha256">;
  lines: readonly IndexLine[];
  /** The one call of the trace, where it holds but one. */
  only?: { verdict: Verdict; call: { number: number } };
  filter: CallFilter;
  /** The words looked for. */
  text: string;
  search: FormAction;
  formTexts: FormTexts;
  hidden: Record<string, string>;
  zone: string;
  /** Address of this page. */
  here: string;
};

/** A trace that is read: what it says when it holds one call, its calls page by page, and what is known of its file. */
export function ReadTraceView({ only, ...props }: Props) {
  const words = texts("traces.room");
  const { trace, file, lines, zone, here } = props;
  const { totals } = trace;
  return (
    <>
      {only && <OneCallResult verdict={only.verdict} href={`${here}/calls/${only.call.number}`} />}
      {lines.length === 0 && <NoSip seen={totals?.sightings.map(({ protocol }) => protocol) ?? []} />}
      {lines.length > 0 && (
        <>
          <h2>{words("callsHeading")}</h2>
          <CallsOfTrace {...props} lines={only ? withResult(lines, only) : lines} />
        </>
      )}
      <ScannerTable scanners={scannersOf(lines.map(({ summary }) => summary))} />
      <h2>{words("file")}</h2>
      {totals && (
        <TraceFacts
          totals={{
            ...totals,
            sha256: file.sha256,
            findings: [...(trace.unpacking ?? []), ...totals.captureFindings],
          }}
          zone={zone}
        />
      )}
    </>
  );
}

/** The list tells what is seen without checking signatures; where the one call was examined, its result counts. */
function withResult(lines: readonly IndexLine[], { verdict, call }: NonNullable<Props["only"]>): IndexLine[] {
  return lines.map((line) =>
    line.summary.number === call.number
      ? { ...line, result: { ...line.result, result: verdict.result } }
      : line,
  );
}

const CALLS_A_PAGE = 50;

function CallsOfTrace({ lines, filter, zone, here, ...search }: Omit<Props, "only" | "trace" | "file">) {
  const asked = { ...filter, text: search.text };
  const found = filterCalls(lines, asked);
  const pages = Math.max(1, Math.ceil(found.length / CALLS_A_PAGE));
  const page = Math.min(filter.page, pages);
  const first = (page - 1) * CALLS_A_PAGE;
  const hrefOf = (other: number) => `${here}${filterQuery({ ...filter, page: other })}`;
  return (
    <CallList
      calls={found.slice(first, first + CALLS_A_PAGE)}
      kinds={lines.map(({ summary }) => summary.kind)}
      total={found.length}
      first={first + 1}
      filter={asked}
      action={search.search}
      formTexts={search.formTexts}
      hidden={search.hidden}
      unfiltered={here}
      zone={zone}
      hrefOf={(number) => `${here}/calls/${number}`}
      newer={page > 1 ? hrefOf(page - 1) : undefined}
      older={page < pages ? hrefOf(page + 1) : undefined}
    />
  );
}
