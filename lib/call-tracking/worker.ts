// A thread of its own: reading and comparing captures is pure computing, which would stop every request.
import { parentPort, workerData } from "node:worker_threads";
import { errorFields, log } from "@/lib/platform/log";
import { SealBroken } from "@/lib/platform/sealed-stream";
import { compareHere, listFlowsHere } from "./do-task";
import type { TrackingMessage, TrackingTask } from "./task";

const TELL_EVERY_MS = 500;

async function work(task: TrackingTask): Promise<TrackingMessage> {
  const tell = seldom();
  if (task.kind === "list-flows")
    return { kind: "end", end: await listFlowsHere(task, (progress) => tell({ kind: "listing", progress })) };
  return { kind: "end", end: await compareHere(task, (progress) => tell({ kind: "comparing", progress })) };
}

/** Says what it is told, but not oftener than a page could show it. */
function seldom(): (message: TrackingMessage) => void {
  let last = 0;
  return (message) => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    parentPort?.postMessage(message);
  };
}

try {
  parentPort?.postMessage(await work(workerData as TrackingTask));
} catch (error) {
  // Told by name and place only: a message may quote content.
  log("error", "tracking.not-done", errorFields(error));
  const end = { fault: error instanceof SealBroken ? "DAMAGED" : "PROGRAM" } as const;
  parentPort?.postMessage({ kind: "end", end } satisfies TrackingMessage);
}
