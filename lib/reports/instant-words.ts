import { Temporal } from "temporal-polyfill";
import { shortDay } from "@/lib/letters/date-words";

/** `2026-03-02T22:15:00Z` */
export function instantWords(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** `Mon 2 Mar 2026, 22:15 (+00:00, Europe/London)` */
export function localWords(instant: Date, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const local = there.toPlainDateTime().toString({ smallestUnit: "minute" });
  return `${shortDay(local)}, ${local.slice(11)} (${there.offset}, ${zone})`;
}
