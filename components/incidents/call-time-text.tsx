import { type CallTime, formatCallTime } from "@/lib/incidents/call-time";
import { texts } from "@/lib/platform/texts";

/** A call's start, never without its offset; a guessed time says so. */
export function CallTimeText({ time }: { time: CallTime }) {
  const words = texts("incidents.page");
  const { date, clock, offset } = formatCallTime(time);
  const text = words("timeText", { date, clock, offset });
  return (
    <time dateTime={time.utc}>{time.precision === "about" ? words("about", { time: text }) : text}</time>
  );
}
