import { clockChangeAt } from "@/lib/platform/zone-time";
import { type CallTime, clockOf, type TimePrecision, type TimeSource, type WhichHour } from "./call-time";
import type { DateCode } from "./date-text";

/** The fields about time in the log-a-call form. */
export const callTimeFieldNames = [
  "day",
  "month",
  "year",
  "time",
  "zone",
  "precision",
  "timeSource",
  "whichHour",
] as const;
export type CallTimeField = (typeof callTimeFieldNames)[number];

/** Their values, exactly as typed. */
export type CallTimeFields = Record<CallTimeField, string>;

export type CallTimeCode =
  | DateCode
  | "TIME_MISSING"
  | "NO_SUCH_TIME"
  | "NO_SUCH_ZONE"
  | "SKIPPED_HOUR"
  | "REPEATED_HOUR"
  | "FUTURE"
  | "TOO_OLD"
  | "UNKNOWN_OPTION";

/** What is wrong, the fields to mend (the first takes the focus), and what the message needs to say it. */
export type CallTimeFault = {
  code: CallTimeCode;
  fields: readonly CallTimeField[];
  values?: Record<string, string>;
};

type Chosen = { precision: TimePrecision; timeSource: TimeSource; whichHour: WhichHour | "" };

/** The fields that give a time again, for amending: the reverse of `readCallTime`. */
export function callTimeFields(time: CallTime): CallTimeFields & Chosen {
  const { local, zone, precision, source } = time;
  const [year = "", month, day] = local.slice(0, 10).split("-");
  const date = { day: `${Number(day)}`, month: `${Number(month)}`, year };
  return { ...date, time: clockOf(time), zone, precision, timeSource: source, whichHour: whichHourOf(time) };
}

function whichHourOf({ local, zone, offset }: CallTime): Chosen["whichHour"] {
  const change = clockChangeAt({ local, zone });
  if (change?.kind !== "repeated") return "";
  return offset === change.before.offset ? "first" : "second";
}
