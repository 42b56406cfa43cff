import { texts } from "@/lib/platform/texts";

const MINUTE = 60;
const HOUR = 3_600;

/** A span of time in the largest unit that does not hide much: "90 seconds", "60 minutes", "5 hours". */
export function spanText(seconds: number): string {
  const words = texts("tracking.spans");
  const size = Math.abs(seconds);
  if (size < 2 * MINUTE) return words("seconds", { count: Math.round(size) });
  if (size < 2 * HOUR) return words("minutes", { count: Math.round(size / MINUTE) });
  return words("hours", { count: Math.round(size / HOUR) });
}
