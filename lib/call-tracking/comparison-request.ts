import type { CaptureId, WatermarkId } from "@/lib/platform/ids";
import type { ComparisonSettings } from "./comparison/comparison-result";

/** Which flows of a capture take part: some by their ids, or every flow that is long enough. */
export type ChosenFlows = string[] | "all";

/** What somebody asked to compare. */
export type ComparisonRequest = {
  first?: { captureId: CaptureId; flow: string };
  second: { captureId: CaptureId; flows: ChosenFlows };
  watermarkId?: WatermarkId;
  settings: ComparisonSettings;
};

/** The place of a sealed request. */
export function requestContext(comparisonId: string): string {
  return `comparison-request:${comparisonId}`;
}
