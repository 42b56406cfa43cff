import type { FlowSummary } from "@/lib/captures/flows/packet-flow";

/** How two flows lie in time, by the clocks of their captures. */
export type ClockFit =
  | { kind: "overlap" }
  /** They would begin together if one clock was so many seconds off: a time zone, or summer time. */
  | { kind: "apart"; seconds: number }
  | { kind: "none" };

/** Microseconds. Some zones are a quarter of an hour from their neighbours. */
const QUARTER_HOUR = 900_000_000;
const DAY = 86_400_000_000;
/** What a path may take, beside the error of the clocks. */
const LONGEST_DELAY = 5_000_000;

/** Whether two flows were there at the same time, if the clocks err by no more than `clockErrorSeconds`. */
export function clockFit(first: FlowSummary, second: FlowSummary, clockErrorSeconds: number): ClockFit {
  const borne = clockErrorSeconds * 1e6 + LONGEST_DELAY;
  const gap = Math.max(second.firstAt - first.lastAt, first.firstAt - second.lastAt);
  if (gap <= borne) return { kind: "overlap" };
  const apart = second.firstAt - first.firstAt;
  const quarters = Math.round(apart / QUARTER_HOUR);
  const isNear = Math.abs(apart - quarters * QUARTER_HOUR) <= borne && Math.abs(apart) <= DAY + borne;
  return quarters !== 0 && isNear ? { kind: "apart", seconds: quarters * 900 } : { kind: "none" };
}

/** Whether clocks and the path together may explain so many seconds. */
export function isWithinError(seconds: number, clockErrorSeconds: number): boolean {
  return Math.abs(seconds) * 1e6 <= clockErrorSeconds * 1e6 + LONGEST_DELAY;
}
