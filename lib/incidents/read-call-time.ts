import { clockChangeAt, formatInZone, instantOf, readZone, type ZonedFault } from "@/lib/platform/zone-time";
import { type CallTime, timePrecisions, timeSources, whichHours } from "./call-time";
import type { CallTimeCode, CallTimeFault, CallTimeField, CallTimeFields } from "./call-time-fields";
import { readClock } from "./clock-text";
import { readDate } from "./date-text";

/** Calls before this year are taken for a slip of the keyboard, or for a clock that was never set (1970). */
export const FIRST_YEAR = 1990;

/** A phone's clock may run ahead of the server's by this much before a time counts as in the future. */
const CLOCK_SLACK_MS = 2 * 60_000;

export type CallTimeRead = { ok: true; value: CallTime } | { ok: false; faults: CallTimeFault[] };

/**
 * Reads the start of a call from text fields. Without a choice the time is to the minute and its source unknown.
 * Faults of date, clock and zone are told together; those that need all three (`SKIPPED_HOUR`, `REPEATED_HOUR`,
 * `FUTURE`, `TOO_OLD`) only when the three can be read. Never throws.
 */
export function readCallTime(typed: CallTimeFields, now: Date): CallTimeRead {
  const date = readDate(typed);
  const clock = readClock(typed.time);
  const faults: CallTimeFault[] = [
    ...(date.ok ? [] : date.faults),
    ...(clock.ok ? [] : [{ code: clock.code, fields: ["time"] as const }]),
    ...choiceFaults(typed),
  ];
  if (!date.ok || !clock.ok || faults.length > 0) return { ok: false, faults };
  return placeInTime(`${date.value}T${clock.value}`, typed, now);
}

function choiceFaults({ zone, precision, timeSource, whichHour }: CallTimeFields): CallTimeFault[] {
  return [
    ...(readZone(zone) ? [] : [{ code: "NO_SUCH_ZONE", fields: ["zone"] } as const]),
    ...unlessOneOf(timePrecisions, precision, "precision"),
    ...unlessOneOf(timeSources, timeSource, "timeSource"),
    ...unlessOneOf(whichHours, whichHour, "whichHour"),
  ];
}

function unlessOneOf(options: readonly string[], chosen: string, field: CallTimeField): CallTimeFault[] {
  return chosen === "" || options.includes(chosen) ? [] : [{ code: "UNKNOWN_OPTION", fields: [field] }];
}

function placeInTime(local: string, typed: CallTimeFields, now: Date): CallTimeRead {
  const zone = readZone(typed.zone) ?? typed.zone;
  if (Number(local.slice(0, 4)) < FIRST_YEAR) return refuse("TOO_OLD", ["year"], { year: `${FIRST_YEAR}` });
  const instant = instantOf({ local, zone, which: whichOf(typed.whichHour) });
  if (!instant.ok) return refuseClock(instant.code, { local, zone });
  if (instant.value.getTime() > now.getTime() + CLOCK_SLACK_MS) return refuse("FUTURE", whenFields);
  const utc = instant.value.toISOString().replace(".000Z", "Z");
  const { offset } = formatInZone(instant.value, zone);
  return { ok: true, value: { utc, local, zone, offset, ...certaintyOf(typed) } };
}

const whenFields = ["day", "month", "year", "time"] as const;

function whichOf(whichHour: string): "earlier" | "later" | undefined {
  if (whichHour === "") return undefined;
  return whichHour === "first" ? "earlier" : "later";
}

function certaintyOf({ precision, timeSource }: CallTimeFields): Pick<CallTime, "precision" | "source"> {
  return {
    precision: timePrecisions.find((option) => option === precision) ?? "minute",
    source: timeSources.find((option) => option === timeSource) ?? "unknown",
  };
}

function refuseClock(code: ZonedFault, place: { local: string; zone: string }): CallTimeRead {
  if (code === "NO_SUCH_ZONE") return refuse("NO_SUCH_ZONE", ["zone"]);
  if (code === "NO_SUCH_TIME") return refuse("NO_SUCH_TIME", ["time"]);
  const change = clockChangeAt(place);
  const time = place.local.slice(11, 16);
  if (code === "SKIPPED") {
    const wall = {
      from: `${change?.before.local.slice(11, 16)}`,
      to: `${change?.after.local.slice(11, 16)}`,
    };
    return refuse("SKIPPED_HOUR", ["time", "zone"], { time, ...wall });
  }
  const offsets = { firstOffset: `${change?.before.offset}`, secondOffset: `${change?.after.offset}` };
  return refuse("REPEATED_HOUR", ["whichHour", "time"], { time, ...offsets });
}

function refuse(
  code: CallTimeCode,
  fields: readonly CallTimeField[],
  values?: Record<string, string>,
): CallTimeRead {
  return { ok: false, faults: [values ? { code, fields, values } : { code, fields }] };
}
