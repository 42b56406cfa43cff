import { plainDigits } from "@/lib/platform/plain-digits";
import { twoDigits } from "./clock-text";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

export type DateParts = { day: string; month: string; year: string };

export type DateCode =
  | "DATE_MISSING"
  | "DAY_MISSING"
  | "MONTH_MISSING"
  | "YEAR_MISSING"
  | "NO_SUCH_DAY"
  | "NO_SUCH_MONTH"
  | "YEAR_SHORT"
  | "NO_SUCH_YEAR"
  | "NO_SUCH_DATE";

export type DateFault = { code: DateCode; fields: (keyof DateParts)[]; values?: Record<string, string> };
export type DateRead = { ok: true; value: string } | { ok: false; faults: DateFault[] };

/**
 * Three text fields as a date, `2026-03-02`. The month is a number or an English name (`3`, `March`, `mar`). Every
 * part that is missing or unreadable has a fault of its own; a year of two digits is not guessed (`YEAR_SHORT`).
 * `NO_SUCH_DATE`: 31 February; its values are the day, month and year as numbers.
 */
export function readDate(typed: DateParts): DateRead {
  const parts = {
    day: plainDigits(typed.day),
    month: plainDigits(typed.month),
    year: plainDigits(typed.year),
  };
  if (parts.day + parts.month + parts.year === "")
    return { ok: false, faults: [{ code: "DATE_MISSING", fields: ["day", "month", "year"] }] };
  const faults = [dayFault(parts.day), monthFault(parts.month), yearFault(parts.year)].filter(isFault);
  return faults.length > 0 ? { ok: false, faults } : readWholeDate(parts);
}

function readWholeDate(parts: DateParts): DateRead {
  const [day, month, year] = [Number(parts.day), monthOf(parts.month), Number(parts.year)];
  // setUTCFullYear, because the Date constructor takes a year below 100 for one of the twentieth century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() === day)
    return { ok: true, value: `${parts.year}-${twoDigits(month)}-${twoDigits(day)}` };
  const values = { day: `${day}`, month: `${month}`, year: parts.year };
  return { ok: false, faults: [{ code: "NO_SUCH_DATE", fields: ["day", "month", "year"], values }] };
}

function dayFault(text: string): DateFault | undefined {
  if (text === "") return { code: "DAY_MISSING", fields: ["day"] };
  const isDay = /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31;
  return isDay ? undefined : { code: "NO_SUCH_DAY", fields: ["day"] };
}

function monthFault(text: string): DateFault | undefined {
  if (text === "") return { code: "MONTH_MISSING", fields: ["month"] };
  return monthOf(text) > 0 ? undefined : { code: "NO_SUCH_MONTH", fields: ["month"] };
}

function yearFault(text: string): DateFault | undefined {
  if (text === "") return { code: "YEAR_MISSING", fields: ["year"] };
  if (/^\d{1,3}$/.test(text)) return { code: "YEAR_SHORT", fields: ["year"] };
  return /^\d{4}$/.test(text) ? undefined : { code: "NO_SUCH_YEAR", fields: ["year"] };
}

/** The number of a month, 1 to 12; 0 when the text names none. At least three letters of a name are needed. */
function monthOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 12 ? Number(text) : 0;
  const name = text.toLowerCase().replace(/\.$/, "");
  return name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name)) + 1;
}

function isFault(fault: DateFault | undefined): fault is DateFault {
  return fault !== undefined;
}
