import { Worker } from "node:worker_threads";
import type { AnalysisListener } from "./analyse";
import type { ReadingEnd } from "./trace";
import type { WorkerInput, WorkerMessage } from "./worker";

const MAX_HEAP_MB = 512;
const MAX_MINUTES = 60;

/** Reads a stored trace in a thread of its own. It never fails: what went wrong is told as a `ReadingFault`. */
export function readInThread(input: WorkerInput, listener: AnalysisListener): Promise<ReadingEnd> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ fault: "TIME" }), MAX_MINUTES * 60_000);
    function end(ended: ReadingEnd): void {
      clearTimeout(timer);
      resolve(ended);
      void worker.terminate();
    }
    worker.on("message", async (message: WorkerMessage) => {
      if (message.kind === "end") return end(message.end);
      if (message.kind === "progress") return listener.progress(message.progress);
      // A part that cannot be stored ends the reading: a list with a hole would be worse than none.
      await listener.part(message.part).then(
        () => worker.postMessage("stored"),
        () => end({ fault: "PROGRAM" }),
      );
    });
    worker.once("error", (error) => end({ fault: faultOf(error) }));
    worker.once("exit", () => end({ fault: "PROGRAM" }));
  });
}

function faultOf(error: Error & { code?: string }): "MEMORY" | "PROGRAM" {
  return error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "MEMORY" : "PROGRAM";
}
