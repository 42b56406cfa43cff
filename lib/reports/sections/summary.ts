import type { Presentation } from "@/lib/caller-identity/presentation";
import { callWords } from "@/lib/letters/call-words";
import type { Block, Fact } from "@/lib/platform/pdf/description";
import { type CallsOverTime, callsOverTime } from "../calls-over-time";
import { gravestWords } from "../gravest-words";
import type { MarkedCall } from "../report";
import type { CaseSummary } from "../summarise-case";
import { reportWords } from "../wording";
import { callTime } from "./cover";
import { quoteOf } from "./threats";

const words = reportWords.summaryFacts;
const mostNumbers = 5;
const mostQuotes = 3;

/** One page: the counts, the chart with its table, and the gravest words. */
export function summaryBlocks(calls: readonly MarkedCall[], summary: CaseSummary): Block[] {
  const heading: Block[] = [{ kind: "page-break" }, { kind: "heading", level: 2, text: reportWords.summary }];
  if (calls.length === 0) return [...heading, { kind: "paragraph", text: reportWords.noCalls }];
  return [
    ...heading,
    { kind: "facts", pairs: counts(summary) },
    ...chartBlocks(callsOverTime(summary.byDay)),
    ...gravestBlocks(calls),
  ];
}

function counts(summary: CaseSummary): Fact[] {
  const kinds = summary.byKind.map(({ kind, calls }) => reportWords.counted(callWords.kind[kind], calls));
  return [
    { name: words.calls, text: String(summary.calls) },
    { name: words.threats, text: String(summary.threats) },
    {
      name: words.span,
      text: [summary.first, summary.last].flatMap((call) => (call ? callTime(call) : [])).join("\n"),
    },
    { name: words.days, text: String(summary.days) },
    { name: words.most, text: String(summary.mostIn24Hours) },
    { name: words.numbers, text: numbersText(summary) },
    ...(kinds.length > 0 ? [{ name: words.kinds, text: kinds.join("; ") }] : []),
  ];
}

function numbersText({ byNumber }: CaseSummary): string {
  const named = byNumber
    .slice(0, mostNumbers)
    .map(({ shown, calls }) => reportWords.counted(shownText(shown), calls));
  const more = byNumber.length - named.length;
  return [...named, ...(more > 0 ? [reportWords.moreNumbers(more)] : [])].join("\n");
}

function shownText(shown: string): string {
  return callWords.presentation[shown as Presentation] ?? shown;
}

function chartBlocks({ period, bars }: CallsOverTime): Block[] {
  const title = reportWords.chart[period];
  const highest = bars.reduce((most, bar) => (bar.value > most.value ? bar : most), { label: "", value: 0 });
  const alt = reportWords.chartAlt(
    title,
    bars[0]?.label ?? "",
    bars.at(-1)?.label ?? "",
    highest.value,
    highest.label,
  );
  return [{ kind: "heading", level: 3, text: title }, { kind: "bars", alt, bars }, twinTable(period, bars)];
}

/** The chart in numbers, four periods to a row, so that the summary stays on its page. */
function twinTable(period: CallsOverTime["period"], bars: CallsOverTime["bars"]): Block {
  const inRow = Math.min(4, bars.length);
  const columns = Array.from({ length: inRow }, () => [
    { title: reportWords.period[period], share: 3 },
    { title: reportWords.callsColumn, share: 2 },
  ]).flat();
  const rows = Array.from({ length: Math.ceil(bars.length / inRow) }, (_, row) =>
    bars.slice(row * inRow, (row + 1) * inRow).flatMap(({ label, value }) => [label, String(value)]),
  );
  return { kind: "table", columns, rows };
}

function gravestBlocks(calls: readonly MarkedCall[]): Block[] {
  const quotes = gravestWords(calls, mostQuotes).map(quoteOf);
  return quotes.length === 0 ? [] : [{ kind: "heading", level: 3, text: reportWords.gravest }, ...quotes];
}
