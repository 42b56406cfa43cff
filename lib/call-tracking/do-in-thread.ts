import { Worker } from "node:worker_threads";
import { awaitThread, THREAD_HEAP_MB } from "@/lib/evidence/await-thread";
import type { ListingEnd, ListingProgress } from "./capture";
import type { ComparisonProgress } from "./compare-captures";
import type { ComparedEnd, CompareTask, ListFlowsTask, TrackingMessage, TrackingTask } from "./task";

/** Lists flows in a thread of its own. It never fails: what went wrong is told as a `ReadingFault`. */
export function listFlowsInThread(
  task: ListFlowsTask,
  tell: (progress: ListingProgress) => void,
): Promise<ListingEnd> {
  return inThread<ListingEnd>(task, (said) => said.kind === "listing" && tell(said.progress));
}

/** Compares captures in a thread of its own. It never fails: what went wrong is told as a `ReadingFault`. */
export function compareInThread(
  task: CompareTask,
  tell: (progress: ComparisonProgress) => void,
): Promise<ComparedEnd> {
  return inThread<ComparedEnd>(task, (said) => said.kind === "comparing" && tell(said.progress));
}

type OnTheWay = Exclude<TrackingMessage, { kind: "end" }>;

function inThread<End>(task: TrackingTask, hear: (said: OnTheWay) => unknown) {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });
  return awaitThread<TrackingMessage, End>(worker, (said) => void hear(said));
}
