import "server-only";
import { listFlows } from "@/lib/call-tracking/commands/list-flows";
import { runComparison } from "@/lib/call-tracking/commands/run-comparison";
import { compareInThread, listFlowsInThread } from "@/lib/call-tracking/do-in-thread";
import type { OwnedCase } from "@/lib/cases/case";
import { now } from "@/lib/platform/clock";
import type { CaptureId, ComparisonId } from "@/lib/platform/ids";
import { beginWork } from "./background-work";

/** Begins to list the flows of a capture when a thread is free, and answers at once. */
export function beginListing(opened: OwnedCase, captureId: CaptureId): void {
  beginWork("capture.not-read", () => listFlows(opened, { captureId, list: listFlowsInThread, clock: now }));
}

/** Begins a comparison when a thread is free, and answers at once. */
export function beginComparing(opened: OwnedCase, comparisonId: ComparisonId): void {
  beginWork("comparison.not-made", () =>
    runComparison(opened, { comparisonId, compare: compareInThread, clock: now }),
  );
}
