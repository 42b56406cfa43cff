import type { ReactNode } from "react";
import { texts } from "@/lib/platform/texts";
import { traceMoment } from "./trace-moment";

/**
 * An instant of a trace to the millisecond, never without its offset; `withUtc` adds UTC to the microsecond. It breaks
 * between date and clock only.
 */
export function TraceTime({ at, zone, withUtc }: { at: number; zone: string; withUtc?: boolean }) {
  const words = texts("traces.time");
  const moment = traceMoment(at, zone);
  if (!moment) return words("unreadable", { raw: String(at) });
  const { date, clock, offset, utc } = moment;
  const local = words.rich("moment", { date, clock, offset, whole });
  return (
    <time dateTime={utc}>{withUtc ? words.rich("utc", { local: () => local, utc, whole }) : local}</time>
  );
}

function whole(text: ReactNode) {
  return <span className="whole">{text}</span>;
}
