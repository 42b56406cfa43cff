import type { CaptureFinding } from "@/lib/captures/capture-finding";
import type { EvidenceFileId, TraceId } from "@/lib/platform/ids";
import type { TraceTotals } from "@/lib/sip/trace-totals";

export const readingFaults = ["MEMORY", "TIME", "DAMAGED", "PROGRAM"] as const;
/** Why a reading broke off: too large for its limits, the stored file does not open, or a fault of ours. */
export type ReadingFault = (typeof readingFaults)[number];

/** How a reading ended; `unpacking` is what was noticed while the file was unzipped. */
export type ReadingEnd = { totals: TraceTotals; unpacking: CaptureFinding[] } | { fault: ReadingFault };

export const traceStates = ["waiting", "reading", "read", "failed", "stopped"] as const;
/** "waiting": nobody reads it yet; "stopped": whoever read it is gone. */
export type TraceState = (typeof traceStates)[number];

/** The sign of life of a trace that nobody has begun to read. */
export const NEVER_SEEN = new Date(0);

/** An evidence file as a SIP trace: how far it is read and what the reading gave. */
export type Trace = {
  id: TraceId;
  fileId: EvidenceFileId;
  createdAt: Date;
  state: TraceState;
  readBytes: number;
  messages: number;
  calls: number;
  /** Once it is read. */
  totals?: TraceTotals;
  unpacking?: CaptureFinding[];
  /** Once it has failed. */
  fault?: ReadingFault;
};

/** Milliseconds without a sign of life after which a reading counts as stopped. */
export const STOPPED_AFTER_MS = 30_000;

/** Where a reading stands: it gives a sign of life every few seconds, so one without has stopped. */
export function stateOfReading(
  row: { seenAt: Date; finishedAt: Date | null; failedAt: Date | null },
  now: Date,
): TraceState {
  if (row.finishedAt) return "read";
  if (row.failedAt) return "failed";
  if (row.seenAt.getTime() === NEVER_SEEN.getTime()) return "waiting";
  return now.getTime() - row.seenAt.getTime() > STOPPED_AFTER_MS ? "stopped" : "reading";
}
