import { formatInZone } from "@/lib/platform/zone-time";
import type { IncidentContent } from "./incident";

type Call = { content: Pick<IncidentContent, "time"> };

/** The calls of one day (`2026-03-02`) as the clocks of the case's zone had it. */
export type CallDay<Entry extends Call> = { day: string; count: number; calls: Entry[] };

/** Calls by day in one zone, newest day first, and within a day newest call first. Days without calls are left out. */
export function groupByDay<Entry extends Call>(calls: readonly Entry[], zone: string): CallDay<Entry>[] {
  const days = new Map<string, Entry[]>();
  for (const call of [...calls].sort(newestFirst)) {
    const day = dayOf(call, zone);
    days.get(day)?.push(call) ?? days.set(day, [call]);
  }
  return [...days].map(([day, ofDay]) => ({ day, count: ofDay.length, calls: ofDay }));
}

/** How many calls each day had, from the first day to the last; the days between without a call have 0. */
export function callsPerDay(calls: readonly Call[], zone: string): { day: string; count: number }[] {
  const counts = new Map(groupByDay(calls, zone).map(({ day, count }) => [day, count]));
  const days = [...counts.keys()].sort();
  return daysBetween(days.at(0), days.at(-1)).map((day) => ({ day, count: counts.get(day) ?? 0 }));
}

function newestFirst(one: Call, other: Call): number {
  return Date.parse(other.content.time.utc) - Date.parse(one.content.time.utc);
}

function dayOf({ content }: Call, zone: string): string {
  return formatInZone(new Date(content.time.utc), zone).local.slice(0, 10);
}

function daysBetween(first: string | undefined, last: string | undefined): string[] {
  if (!first || !last) return [];
  const days = [];
  for (let day = new Date(`${first}T00:00:00Z`); dateOf(day) <= last; day = dayAfter(day))
    days.push(dateOf(day));
  return days;
}

function dateOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function dayAfter(day: Date): Date {
  return new Date(day.getTime() + 24 * 3_600_000);
}
