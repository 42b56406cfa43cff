import { type CallKind, callKinds, type Incident } from "@/lib/incidents/incident";
import { byTime } from "@/lib/letters/call-rows";
import { dayIn } from "@/lib/letters/date-words";
import { isThreat } from "@/lib/letters/draft-letter";
import { mostIn24Hours } from "@/lib/letters/most-in-24-hours";

export type CaseSummary = {
  calls: number;
  first?: Incident;
  last?: Incident;
  /** Calls marked as a threat of any kind. */
  threats: number;
  mostIn24Hours: number;
  /** Days of the zone on which there was a call. */
  days: number;
  /** Number shown (E.164 where it reads as one) or why there was none, most calls first. */
  byNumber: { shown: string; calls: number }[];
  /** Kinds that occur, in the order of the list of kinds; a call may have several. */
  byKind: { kind: CallKind; calls: number }[];
  /** Every day from the first call to the last (`2026-03-02`), also those without a call. */
  byDay: { day: string; calls: number }[];
};

/** Counts a case's calls; days begin at midnight in `zone`. Takes each entry in its newest version. */
export function summariseCase(incidents: readonly Incident[], zone: string): CaseSummary {
  const calls = byTime(incidents);
  const days = countBy(calls, ({ content }) => dayIn(zone, new Date(content.time.utc)).toString());
  return {
    calls: calls.length,
    first: calls[0],
    last: calls.at(-1),
    threats: calls.filter(isThreat).length,
    mostIn24Hours: mostIn24Hours(calls.map(({ content }) => Date.parse(content.time.utc))),
    days: days.size,
    byNumber: mostFirst(countBy(calls, numberShown)),
    byKind: kindsOf(calls),
    byDay: everyDay(days),
  };
}

/** The number by which calls are grouped: what was shown, never who called. */
export function numberShown({ content: { shown } }: Incident): string {
  return shown.e164 ?? (shown.number.trim() || shown.presentation);
}

function countBy(calls: readonly Incident[], keyOf: (call: Incident) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) counts.set(keyOf(call), (counts.get(keyOf(call)) ?? 0) + 1);
  return counts;
}

function mostFirst(counts: Map<string, number>): CaseSummary["byNumber"] {
  return [...counts]
    .map(([shown, calls]) => ({ shown, calls }))
    .sort((one, other) => other.calls - one.calls);
}

function kindsOf(calls: readonly Incident[]): CaseSummary["byKind"] {
  return callKinds
    .map((kind) => ({ kind, calls: calls.filter(({ content }) => content.kinds.includes(kind)).length }))
    .filter((counted) => counted.calls > 0);
}

/** Stops counting up after this many days: a mistyped year must not make a table of centuries. */
const mostDays = 4_000;

function everyDay(counts: Map<string, number>): CaseSummary["byDay"] {
  const known = [...counts.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const span = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  if (span > mostDays) return known.map((day) => ({ day, calls: counts.get(day) ?? 0 }));
  return Array.from({ length: span }, (_, index) => {
    const day = new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10);
    return { day, calls: counts.get(day) ?? 0 };
  });
}
