import { formatInZone } from "@/lib/platform/zone-time";

/** A calendar day (`2026-03-02`) and how many calls it had. */
export type CallDay = { day: string; count: number };

/** How many calls each day had by the clocks of one zone, from the first day to the last; days between have 0. */
export function callsPerDay(starts: readonly Date[], zone: string): CallDay[] {
  const counts = new Map<string, number>();
  for (const start of starts) {
    const day = formatInZone(start, zone).local.slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts.keys()].sort();
  return daysBetween(days.at(0), days.at(-1)).map((day) => ({ day, count: counts.get(day) ?? 0 }));
}

function daysBetween(first: string | undefined, last: string | undefined): string[] {
  if (!first || !last) return [];
  const days = [first];
  for (let day = first; day < last; ) {
    day = dayAfter(day);
    days.push(day);
  }
  return days;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
