// A thread of its own: reading a large capture takes seconds of pure computing, which would stop every request.
import { parentPort, workerData } from "node:worker_threads";
import { errorFields, log } from "@/lib/platform/log";
import { SealBroken } from "@/lib/platform/sealed-stream";
import { type FilePlace, readFile } from "@/lib/storage/file-store";
import { analyseTrace, type Progress } from "./analyse";
import type { SealedPart } from "./part";
import type { ReadingEnd } from "./trace";

export type WorkerInput = { place: FilePlace; traceId: string };

/** What the thread tells. After a part it waits for an answer, any answer, before it goes on. */
export type WorkerMessage =
  | { kind: "part"; part: SealedPart }
  | { kind: "progress"; progress: Progress }
  | { kind: "end"; end: ReadingEnd };

const PROGRESS_EVERY_BYTES = 1_000_000;

async function read({ place, traceId }: WorkerInput): Promise<void> {
  let toldBytes = 0;
  const end = await analyseTrace(
    { source: readFile(place), traceId, key: place.key },
    {
      async part(part) {
        say({ kind: "part", part });
        await answered();
      },
      progress(progress) {
        if (progress.readBytes - toldBytes < PROGRESS_EVERY_BYTES) return;
        toldBytes = progress.readBytes;
        say({ kind: "progress", progress });
      },
    },
  );
  say({ kind: "end", end });
}

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function answered(): Promise<void> {
  return new Promise((resolve) => parentPort?.once("message", () => resolve()));
}

try {
  await read(workerData as WorkerInput);
} catch (error) {
  // Told by name and place only: a message may quote content.
  log("error", "trace.not-read", errorFields(error));
  say({ kind: "end", end: { fault: error instanceof SealBroken ? "DAMAGED" : "PROGRAM" } });
}
