import "server-only";
import { availableParallelism } from "node:os";
import type { OwnedCase } from "@/lib/cases/case";
import { now } from "@/lib/platform/clock";
import type { TraceId } from "@/lib/platform/ids";
import { errorFields, log } from "@/lib/platform/log";
import { readTrace } from "@/lib/traces/commands/read-trace";
import { readInThread } from "@/lib/traces/read-in-thread";

// Pages, actions and routes are separate bundles of one server; the queue must be one.
const shared = globalThis as { nightjarReadings?: { running: number; waiting: (() => void)[] } };
const slots = Math.max(1, availableParallelism() - 1);

/** Begins to read a trace when a thread is free, and answers at once; the page of the trace tells how far it is. */
export function beginReading(opened: OwnedCase, traceId: TraceId): void {
  void inTurn(() => readTrace(opened, { traceId, read: readInThread, clock: now })).catch((error) =>
    log("error", "trace.not-read", errorFields(error)),
  );
}

async function inTurn(work: () => Promise<unknown>): Promise<void> {
  shared.nightjarReadings ??= { running: 0, waiting: [] };
  const queue = shared.nightjarReadings;
  if (queue.running >= slots) await new Promise<void>((go) => queue.waiting.push(go));
  queue.running += 1;
  try {
    await work();
  } finally {
    queue.running -= 1;
    queue.waiting.shift()?.();
  }
}
