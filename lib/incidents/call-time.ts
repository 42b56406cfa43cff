/** How exactly the start of a call is known, and where the time came from. */
export const timePrecisions = ["exact", "minute", "about"] as const;
export type TimePrecision = (typeof timePrecisions)[number];

export const timeSources = ["phone-log", "clock", "memory", "unknown"] as const;
export type TimeSource = (typeof timeSources)[number];

/** Which of two equal times is meant, when the clocks went back. */
export const whichHours = ["first", "second"] as const;
export type WhichHour = (typeof whichHours)[number];

/** Time is the join key with a provider's records, so instant, zone and offset are all kept. */
export type CallTime = {
  /** The instant, e.g. `2026-03-02T22:15:00Z`. */
  utc: string;
  /** As read from the wall, e.g. `2026-03-02T22:15:00`. */
  local: string;
  /** IANA name, e.g. `Europe/London`. */
  zone: string;
  /** Offset in force then, e.g. `+00:00`. */
  offset: string;
  precision: TimePrecision;
  source: TimeSource;
};

/** A call's time in the parts that a page, letter or table shows; a clock never stands without its offset. */
export type ShownTime = { date: string; clock: string; offset: string; zone: string };

/**
 * A call's time for reading: `2 March 2026`, `22:15`, `+00:00`, `Europe/London`. Seconds are shown when they are known:
 * when the time is exact or they are not zero.
 */
export function formatCallTime(time: CallTime, locale = "en-GB"): ShownTime {
  const { local, offset, zone } = time;
  return { date: longDate(local, locale), clock: clockOf(time), offset, zone };
}

/** The time of day as a person writes it in the form: `22:15`, or `22:15:30` when the seconds are known. */
export function clockOf({ local, precision }: Pick<CallTime, "local" | "precision">): string {
  const seconds = local.slice(17, 19);
  return precision === "exact" || seconds !== "00" ? local.slice(11, 19) : local.slice(11, 16);
}

function longDate(local: string, locale: string): string {
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day);
}
