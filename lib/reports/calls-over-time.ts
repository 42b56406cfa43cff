import { Temporal } from "temporal-polyfill";
import { dayAndMonth } from "@/lib/letters/date-words";
import type { CaseSummary } from "./summarise-case";

export const periods = ["day", "week", "month", "year"] as const;
export type Period = (typeof periods)[number];

/** Calls counted by the finest period that still gives a chart of at most 31 bars. */
export type CallsOverTime = { period: Period; bars: { label: string; value: number }[] };

const mostBars = 31;

export function callsOverTime(byDay: CaseSummary["byDay"]): CallsOverTime {
  const fitting = periods.find(
    (period) => new Set(byDay.map(({ day }) => startOf(day, period))).size <= mostBars,
  );
  const period = fitting ?? "year";
  const counts = new Map<string, number>();
  for (const { day, calls } of byDay) {
    const start = startOf(day, period);
    counts.set(start, (counts.get(start) ?? 0) + calls);
  }
  return { period, bars: [...counts].map(([start, value]) => ({ label: labelOf(start, period), value })) };
}

/** The first day of the period; weeks begin on Monday. */
function startOf(day: string, period: Period): string {
  if (period === "day") return day;
  const date = Temporal.PlainDate.from(day);
  if (period === "week") return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return date.with(period === "month" ? { day: 1 } : { month: 1, day: 1 }).toString();
}

function labelOf(start: string, period: Period): string {
  const date = Temporal.PlainDate.from(start);
  if (period === "year") return String(date.year);
  const text = dayAndMonth(date);
  return period === "month" ? `${text.slice(2)} ${date.year}` : text;
}
