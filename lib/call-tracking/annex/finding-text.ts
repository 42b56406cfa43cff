import { texts } from "@/lib/platform/texts";
import type { ComparisonFinding } from "../comparison/comparison-result";

const MINUTE = 60;
const HOUR = 3_600;

/** A finding in a sentence, with what to do about it. */
export function findingText({
  code,
  packets = 0,
  needed = 0,
  seconds = 0,
  count = 0,
}: ComparisonFinding): string {
  return texts("tracking.findings")(code, { packets, needed, count, span: spanText(seconds) });
}

/** A span in the largest unit that does not hide much: "90 seconds", "60 minutes", "5 hours". */
export function spanText(seconds: number): string {
  const words = texts("tracking.spans");
  const size = Math.abs(seconds);
  if (size < 2 * MINUTE) return words("seconds", { count: Math.round(size) });
  if (size < 2 * HOUR) return words("minutes", { count: Math.round(size / MINUTE) });
  return words("hours", { count: Math.round(size / HOUR) });
}
