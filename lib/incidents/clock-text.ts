import { plainDigits } from "@/lib/platform/plain-digits";
import { fault, ok, type Result } from "@/lib/platform/result";

/** Hour, minute and second, two digits each. A lone number without "am" or "pm" is no time: 10 may be 22. */
const CLOCK =
  /^(?:(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?:[:.](?<second>\d{2}))?)?|(?<joinedHour>\d{1,2})(?<joinedMinute>\d{2}))(?<half>[ap]m)?$/;

/**
 * A time of day as people type it (`22:15`, `22.15`, `2215`, `22:15:30`, `10:15 pm`, `10pm`) as `22:15:00`.
 * `TIME_MISSING`: nothing was typed. `NO_SUCH_TIME`: not a time of any day (25:61), or a lone `10`.
 */
export function readClock(text: string): Result<string, "TIME_MISSING" | "NO_SUCH_TIME"> {
  const typed = plainDigits(text).toLowerCase();
  if (typed === "") return fault("TIME_MISSING");
  const parts = CLOCK.exec(typed.replace(/\s+/g, "").replace(/([ap])\.m\.?$/, "$1m"))?.groups;
  const minute = parts?.minute ?? parts?.joinedMinute;
  if (!parts || (minute === undefined && !parts.half)) return fault("NO_SUCH_TIME");
  const hour = hourOfDay(Number(parts.hour ?? parts.joinedHour), parts.half);
  const numbers = [hour, Number(minute ?? 0), Number(parts.second ?? 0)];
  return isTimeOfDay(numbers) ? ok(numbers.map(twoDigits).join(":")) : fault("NO_SUCH_TIME");
}

/** 12 am is midnight and 12 pm noon; "22:15 pm" says the same thing twice and is taken; 0 pm and 13 am are no time. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === "am") return hour === 0 || hour > 12 ? Number.NaN : hour % 12;
  if (half === "pm") return hour === 0 ? Number.NaN : hour < 12 ? hour + 12 : hour;
  return hour;
}

function isTimeOfDay([hour = 24, minute = 60, second = 60]: number[]): boolean {
  return hour <= 23 && minute <= 59 && second <= 59;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
