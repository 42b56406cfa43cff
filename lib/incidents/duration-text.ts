import { plainDigits } from "@/lib/platform/plain-digits";

const LONGEST_SECONDS = 24 * 3600;

export const durationFieldNames = ["durationMinutes", "durationSeconds"] as const;
export type DurationFields = Record<(typeof durationFieldNames)[number], string>;

export type DurationFault = {
  field: keyof DurationFields;
  code: "DURATION_NOT_NUMBER" | "DURATION_TOO_LONG";
};
export type DurationRead = { ok: true; seconds: number | undefined } | { ok: false; fault: DurationFault };

/**
 * How long a call lasted; `undefined` when nothing was typed. 90 seconds are as good as 1 minute 30.
 * `DURATION_NOT_NUMBER`: a field holds more than digits. `DURATION_TOO_LONG`: over 24 hours.
 */
export function readDuration({ durationMinutes, durationSeconds }: DurationFields): DurationRead {
  const [minutes, seconds] = [plainDigits(durationMinutes), plainDigits(durationSeconds)];
  if (minutes + seconds === "") return { ok: true, seconds: undefined };
  if (!/^\d*$/.test(minutes)) return refuse("durationMinutes", "DURATION_NOT_NUMBER");
  if (!/^\d*$/.test(seconds)) return refuse("durationSeconds", "DURATION_NOT_NUMBER");
  const total = Number(minutes) * 60 + Number(seconds);
  return total > LONGEST_SECONDS
    ? refuse("durationMinutes", "DURATION_TOO_LONG")
    : { ok: true, seconds: total };
}

function refuse(field: DurationFault["field"], code: DurationFault["code"]): DurationRead {
  return { ok: false, fault: { field, code } };
}

/** The two fields that give a duration again. */
export function durationFields(seconds: number | undefined): DurationFields {
  if (seconds === undefined) return { durationMinutes: "", durationSeconds: "" };
  return { durationMinutes: `${Math.floor(seconds / 60)}`, durationSeconds: `${seconds % 60}` };
}
