import { texts } from "@/lib/platform/texts";

const SECOND = 1_000_000;
const MINUTE = 60;

/** A span in microseconds as people read it: "5.031 s", "2 min 5.031 s". */
export function secondsText(microseconds: number, digits = 3): string {
  const words = texts("traces.time");
  const seconds = microseconds / SECOND;
  if (Math.abs(seconds) < MINUTE) return words("seconds", { seconds: seconds.toFixed(digits) });
  const whole = Math.floor(Math.abs(seconds) / MINUTE);
  const rest = (Math.abs(seconds) - whole * MINUTE).toFixed(digits);
  return words("minutes", { sign: seconds < 0 ? "−" : "", minutes: whole, seconds: rest });
}
