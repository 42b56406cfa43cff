import type { Call } from "./call";
import type { Finding } from "./finding";
import type { TraceTotals } from "./trace-totals";

type Counted = Pick<TraceTotals, "messages" | "calls" | "startedAt" | "endedAt" | "findingCounts">;

export type TraceCounts = {
  /** Counts a message; gives its number. */
  message(at: number | undefined): number;
  findings(findings: readonly Finding[]): void;
  call(call: Call): void;
  readonly isShortened: boolean;
  totals(): Counted;
};

/** Counts what passes through a trace reader. */
export function createTraceCounts(): TraceCounts {
  const byCode = new Map<string, number>();
  let messages = 0;
  let calls = 0;
  let startedAt = Number.POSITIVE_INFINITY;
  let endedAt = Number.NEGATIVE_INFINITY;
  let isShortened = false;

  return {
    message(at) {
      messages += 1;
      if (at !== undefined && at < startedAt) startedAt = at;
      if (at !== undefined && at > endedAt) endedAt = at;
      return messages;
    },
    findings(findings) {
      for (let place = 0; place < findings.length; place += 1) {
        const { code } = findings[place] as Finding;
        byCode.set(code, (byCode.get(code) ?? 0) + 1);
      }
    },
    call(call) {
      calls += 1;
      if (call.isShortened) isShortened = true;
    },
    get isShortened() {
      return isShortened;
    },
    totals() {
      const times = messages > 0 && startedAt <= endedAt ? { startedAt, endedAt } : {};
      return { messages, calls, ...times, findingCounts: Object.fromEntries(byCode) };
    },
  };
}
