import { readFile } from "@/lib/storage/file-store";
import type { ListingEnd, ListingProgress } from "./capture";
import { type CaptureSource, type ComparisonProgress, compareCaptures } from "./compare-captures";
import { parseWatermark } from "./kept-watermark";
import { listCaptureFlows } from "./list-capture-flows";
import type { CapturePlace, ComparedEnd, CompareTask, ListFlowsTask } from "./task";

/** Lists the flows of a stored capture in the calling thread. */
export function listFlowsHere(
  { capture }: ListFlowsTask,
  tell: (progress: ListingProgress) => void,
): Promise<ListingEnd> {
  return listCaptureFlows(readFile(capture.place), tell);
}

/** Compares stored captures in the calling thread. */
export async function compareHere(
  { first, second, watermark, settings }: CompareTask,
  tell: (progress: ComparisonProgress) => void,
): Promise<ComparedEnd> {
  const given = {
    ...(first && { first: { capture: sourceOf(first.capture), flow: first.flow } }),
    second: { capture: sourceOf(second.capture), flows: second.flows },
    ...(watermark && { watermark: parseWatermark(watermark) }),
    settings,
  };
  return { result: await compareCaptures(given, tell) };
}

function sourceOf({ place, sha256 }: CapturePlace): CaptureSource {
  return { sha256, read: () => readFile(place) };
}
