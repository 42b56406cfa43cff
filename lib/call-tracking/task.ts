import type { FilePlace } from "@/lib/storage/file-store";
import type { ListingEnd, ListingProgress } from "./capture";
import type { ComparisonProgress } from "./compare-captures";
import type { ComparisonResult, ComparisonSettings } from "./comparison/comparison-result";
import type { ChosenFlows } from "./comparison-request";
import type { SealedWatermark } from "./kept-watermark";

/** A stored capture and its hash. */
export type CapturePlace = { place: FilePlace; sha256: string };

/** Work on captures that takes long: done in a thread of its own on the server. */
export type TrackingTask =
  | { kind: "list-flows"; capture: CapturePlace }
  | {
      kind: "compare";
      first?: { capture: CapturePlace; flow: string };
      second: { capture: CapturePlace; flows: ChosenFlows };
      watermark?: SealedWatermark;
      settings: ComparisonSettings;
    };

export type ListFlowsTask = Extract<TrackingTask, { kind: "list-flows" }>;
export type CompareTask = Extract<TrackingTask, { kind: "compare" }>;

/** What a thread tells on its way, and at its end. */
export type TrackingMessage =
  | { kind: "listing"; progress: ListingProgress }
  | { kind: "comparing"; progress: ComparisonProgress }
  | { kind: "end"; end: ListingEnd | ComparedEnd };

/** How a comparison of stored captures ended. */
export type ComparedEnd = { result: ComparisonResult } | Extract<ListingEnd, { fault: unknown }>;
