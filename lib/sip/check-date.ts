import type { Range } from "./range";
import type { Report } from "./report";

const DATE = /^(\w{3}), (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (\S.*)$/;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** RFC 3261 section 20.17: "Sat, 13 Nov 2010 23:29:00 GMT". */
export function checkDate(text: string, range: Range, report: Report): void {
  const [whole, weekday = "", day, month = "", year, hour, minute, second, zone] =
    DATE.exec(text.slice(range.start, range.end)) ?? [];
  const at = new Date(Date.UTC(Number(year), months.indexOf(month), Number(day)));
  const isDay = at.getUTCDate() === Number(day) && months.includes(month) && weekdays.includes(weekday);
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 60;
  if (whole === undefined || !isDay || !isTime) report("DATE_MALFORMED", range);
  else if (zone !== "GMT") report("DATE_NOT_GMT", range);
  else if (weekdays[at.getUTCDay()] !== weekday) report("DATE_WEEKDAY_WRONG", range);
}
