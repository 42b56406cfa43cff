import { Worker } from "node:worker_threads";
import { awaitThread, THREAD_HEAP_MB } from "@/lib/evidence/await-thread";
import type { AnalysisListener } from "./analyse";
import type { ReadingEnd } from "./trace";
import type { WorkerInput, WorkerMessage } from "./worker";

/** Reads a stored trace in a thread of its own. It never fails: what went wrong is told as a `ReadingFault`. */
export function readInThread(input: WorkerInput, listener: AnalysisListener): Promise<ReadingEnd> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });
  return awaitThread<WorkerMessage, ReadingEnd>(worker, async (message) => {
    if (message.kind === "progress") return listener.progress(message.progress);
    // A part that cannot be stored ends the reading: a list with a hole would be worse than none.
    await listener.part(message.part);
    worker.postMessage("stored");
  });
}
