import { Temporal } from "temporal-polyfill";

/** An instant as people and call records read it, with its offset: `2 March 2026, 22:15 (+00:00)`. */
export function formatMoment(instant: Date | string, zone: string, { seconds = false } = {}): string {
  const at = Temporal.Instant.from(typeof instant === "string" ? instant : instant.toISOString());
  const local = at.toZonedDateTimeISO(zone);
  const date = local.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const time = local.toPlainTime().toString({ smallestUnit: seconds ? "second" : "minute" });
  return `${date}, ${time} (${local.offset})`;
}

/** The calendar date in a zone, in the three texts of a date question. */
export function dateIn(zone: string, instant: Date): { day: string; month: string; year: string } {
  const { day, month, year } = Temporal.Instant.from(instant.toISOString()).toZonedDateTimeISO(zone);
  return { day: String(day), month: String(month), year: String(year) };
}

/** A calendar day as people read it: `2026-03-02` gives `2 March 2026`. */
export function formatDay(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
