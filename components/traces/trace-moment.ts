import { Temporal } from "temporal-polyfill";

const MICROSECOND = 1000n;

export type TraceMoment = { date: string; clock: string; offset: string; utc: string };

/**
 * An instant of a trace in microseconds, in a zone and in UTC. None when the trace claims a time that no calendar has:
 * a capture may hold any 64-bit number.
 */
export function traceMoment(at: number, zone: string): TraceMoment | undefined {
  const instant = instantOf(at);
  if (!instant) return undefined;
  const local = instant.toZonedDateTimeISO(zone);
  return {
    date: local.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
    clock: local.toPlainTime().toString({ fractionalSecondDigits: 3 }),
    offset: local.offset,
    utc: instant.toString({ fractionalSecondDigits: 6 }),
  };
}

function instantOf(at: number): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.fromEpochNanoseconds(BigInt(Math.round(at)) * MICROSECOND);
  } catch {
    return undefined;
  }
}
