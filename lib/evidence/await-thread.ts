import type { Worker } from "node:worker_threads";
import type { ReadingFault } from "./reading";

const MAX_MINUTES = 60;

/** The most that a reading thread may hold, in MB of JavaScript objects; typed arrays are not among them. */
export const THREAD_HEAP_MB = 512;

/** What a thread that reads a file says: its end, or something on the way, which `hear` takes. */
type Said<End> = { kind: "end"; end: End } | { kind: string };

/**
 * Waits for the end of a thread's work. It never fails: a thread that dies, runs out of memory or goes on for an hour
 * ends with a `ReadingFault`. What `hear` throws ends the work too.
 */
export function awaitThread<Message extends Said<End>, End>(
  worker: Worker,
  hear: (message: Exclude<Message, { kind: "end" }>) => Promise<void> | void,
): Promise<End | { fault: ReadingFault }> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ fault: "TIME" }), MAX_MINUTES * 60_000);
    function end(ended: End | { fault: ReadingFault }): void {
      clearTimeout(timer);
      resolve(ended);
      void worker.terminate();
    }
    worker.on("message", async (message: Message) => {
      if (message.kind === "end") return end((message as { end: End }).end);
      try {
        await hear(message as Exclude<Message, { kind: "end" }>);
      } catch {
        end({ fault: "PROGRAM" });
      }
    });
    worker.once("error", (error) => end({ fault: faultOf(error) }));
    worker.once("exit", () => end({ fault: "PROGRAM" }));
  });
}

function faultOf(error: unknown): ReadingFault {
  const { code } = error as { code?: string };
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "MEMORY" : "PROGRAM";
}
