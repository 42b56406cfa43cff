import type { FormTexts } from "@/components/ui/action-form";
import { InsetText } from "@/components/ui/inset-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { FormAction } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";
import { scannersOf } from "@/lib/sip/scanners";
import { type CallFilter, filterCalls, filterQuery } from "@/lib/traces/filter-calls";
import type { IndexLine } from "@/lib/traces/part";
import type { Trace } from "@/lib/traces/trace";
import { CallList } from "./call-list";
import { ScannerTable } from "./scanner-table";
import { TraceFacts } from "./trace-facts";

type Props = {
  trace: Trace;
  file: Pick<EvidenceFile, "name" | "sha256">;
  lines: readonly IndexLine[];
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

const CALLS_A_PAGE = 50;

/** A trace that is read: its calls, page by page, and what is known of its file. */
export function ReadTraceView({ trace, file, lines, filter, zone, here, ...search }: Props) {
  const words = texts("traces.room");
  const asked = { ...filter, text: search.text };
  const found = filterCalls(lines, asked);
  const pages = Math.max(1, Math.ceil(found.length / CALLS_A_PAGE));
  const page = Math.min(filter.page, pages);
  const first = (page - 1) * CALLS_A_PAGE;
  const hrefOf = (other: number) => `${here}${filterQuery({ ...filter, page: other })}`;
  const { totals } = trace;
  return (
    <>
      {lines.length === 0 && (
        <InsetText>
          <p>{words("noSip")}</p>
        </InsetText>
      )}
      {lines.length > 0 && (
        <>
          <h2>{words("callsHeading")}</h2>
          <CallList
            calls={found.slice(first, first + CALLS_A_PAGE)}
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
        </>
      )}
      <ScannerTable scanners={scannersOf(lines.map(({ summary }) => summary))} />
      <h2>{words("file")}</h2>
      <SummaryList rows={[{ key: "sha256", term: words("sha256"), value: <code>{file.sha256}</code> }]} />
      {totals && (
        <TraceFacts
          totals={{ ...totals, findings: [...(trace.unpacking ?? []), ...totals.captureFindings] }}
          zone={zone}
        />
      )}
    </>
  );
}
