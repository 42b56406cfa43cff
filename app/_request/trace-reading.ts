import "server-only";
import type { OwnedCase } from "@/lib/cases/case";
import { now } from "@/lib/platform/clock";
import type { TraceId } from "@/lib/platform/ids";
import { readTrace } from "@/lib/traces/commands/read-trace";
import { readInThread } from "@/lib/traces/read-in-thread";
import { beginWork } from "./background-work";

/** Begins to read a trace when a thread is free, and answers at once; the page of the trace tells how far it is. */
export function beginReading(opened: OwnedCase, traceId: TraceId): void {
  beginWork("trace.not-read", () => readTrace(opened, { traceId, read: readInThread, clock: now }));
}
