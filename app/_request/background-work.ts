import "server-only";
import { availableParallelism } from "node:os";
import { errorFields, log } from "@/lib/platform/log";

// Pages, actions and routes are separate bundles of one server; the queue must be one.
const shared = globalThis as { nightjarWork?: { running: number; waiting: (() => void)[] } };
const slots = Math.max(1, availableParallelism() - 1);

/** Begins long work when a thread is free, and answers at once. A fault is logged as `event`, without its content. */
export function beginWork(event: string, work: () => Promise<unknown>): void {
  void inTurn(work).catch((error) => log("error", event, errorFields(error)));
}

async function inTurn(work: () => Promise<unknown>): Promise<void> {
  shared.nightjarWork ??= { running: 0, waiting: [] };
  const queue = shared.nightjarWork;
  if (queue.running >= slots) await new Promise<void>((go) => queue.waiting.push(go));
  queue.running += 1;
  try {
    await work();
  } finally {
    queue.running -= 1;
    queue.waiting.shift()?.();
  }
}
