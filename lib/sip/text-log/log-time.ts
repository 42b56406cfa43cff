// Times as logs write them. A time without its date tells nothing that could be set beside another one, and is left out.

export type LogTime = {
  /** Microseconds since 1970-01-01 UTC. */
  at: number;
  /** Whether the log does not say of which zone the time is: it was read as UTC. */
  lacksZone: boolean;
};

const COMPLETE =
  /(?<!\d)(\d{4})[-/](\d{2})[-/](\d{2})[T ]+(\d{2}):(\d{2}):(\d{2})(?:[.,:](\d{1,9}))?[ ]?(Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b)?/;
/** As `date` and ctime(3) write it; the year stands last. */
const WITH_YEAR_LAST =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))? (\d{4})\b/;
const SINCE_1970 = /^(\d{9,10})\.(\d{1,9})$/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** The first complete date and time of a line. */
export function timeIn(line: string): LogTime | undefined {
  const complete = COMPLETE.exec(line);
  if (complete) {
    const [, year, month, day, hour, minute, second, fraction, zone] = complete;
    return timeOf({ year, month: Number(month), day, hour, minute, second, fraction, zone });
  }
  const [, month, day, hour, minute, second, fraction, year] = WITH_YEAR_LAST.exec(line) ?? [];
  if (!month) return undefined;
  return timeOf({ year, month: MONTHS.indexOf(month) / 3 + 1, day, hour, minute, second, fraction });
}

/** Seconds since 1970 as a value of their own (`1772572445.120000`). */
export function unixTimeIn(value: string): LogTime | undefined {
  const [, seconds, fraction] = SINCE_1970.exec(value) ?? [];
  return seconds ? { at: Number(seconds) * 1e6 + microseconds(fraction), lacksZone: false } : undefined;
}

type Written = Partial<
  Record<"year" | "day" | "hour" | "minute" | "second" | "fraction" | "zone", string>
> & {
  month: number;
};

function timeOf({ year, month, day, hour, minute, second, fraction, zone }: Written): LogTime | undefined {
  const isReal = month >= 1 && month <= 12 && Number(day) <= 31 && Number(hour) <= 23 && Number(minute) <= 59;
  if (!isReal) return undefined;
  const civil = Date.UTC(Number(year), month - 1, Number(day), Number(hour), Number(minute), Number(second));
  return { at: (civil - offsetMs(zone)) * 1000 + microseconds(fraction), lacksZone: zone === undefined };
}

function microseconds(fraction = ""): number {
  return Number(fraction.padEnd(6, "0").slice(0, 6));
}

function offsetMs(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "") ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
