import { Temporal } from "temporal-polyfill";
import type { Country } from "@/lib/platform/country";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** The month is always a word, because 03/04 is read two ways: `2 March 2026`, in the United States `March 2, 2026`. */
export function dayWords(day: Temporal.PlainDate, country: Country): string {
  const month = monthName(day);
  return country === "US" ? `${month} ${day.day}, ${day.year}` : `${day.day} ${month} ${day.year}`;
}

/** `Mon 2 Mar 2026`, from a date or a local date and time. */
export function shortDay(local: string): string {
  const day = Temporal.PlainDate.from(local);
  return `${weekdays[day.dayOfWeek - 1]} ${dayAndMonth(day)} ${day.year}`;
}

/** `2 Mar` */
export function dayAndMonth(day: Temporal.PlainDate): string {
  return `${day.day} ${monthName(day).slice(0, 3)}`;
}

/** The day it is at `instant` on the calendar of `zone`. */
export function dayIn(zone: string, instant: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function monthName(day: Temporal.PlainDate): string {
  return months[day.month - 1] ?? "";
}
