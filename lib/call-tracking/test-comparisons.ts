// For tests only: captures and comparisons in a case, read and compared in this very thread.
import { NOW } from "@/lib/account/test-people";
import type { OwnedCase } from "@/lib/cases/case";
import { type CaptureId, type ComparisonId, newId, type WatermarkId } from "@/lib/platform/ids";
import { addCapture as addFile } from "@/lib/traces/test-trace";
import { addCapture } from "./commands/add-capture";
import { beginComparison } from "./commands/begin-comparison";
import { keepWatermark } from "./commands/keep-watermark";
import { listFlows } from "./commands/list-flows";
import { runComparison } from "./commands/run-comparison";
import type { ComparisonRequest } from "./comparison-request";
import { compareHere, listFlowsHere } from "./do-task";
import { findCapture, findWatermark } from "./queries";
import { halfMinuteMark, simulateTwoCaptures } from "./simulation/two-captures";

const clock = () => NOW;
const startedAt = new Date("2026-03-02T22:15:00Z");

/** A capture whose flows are listed. */
export async function listedCapture(opened: OwnedCase, bytes: Uint8Array, name: string): Promise<CaptureId> {
  const capture = await addCapture(opened, await addFile(opened, bytes, name), NOW);
  if (!capture.ok) throw new Error(`A capture of the test was refused: ${capture.code}`);
  await listFlows(opened, { captureId: capture.value, list: listFlowsHere, clock });
  return capture.value;
}

export type TwoCaptures = { near: CaptureId; far: CaptureId; watermarkId: WatermarkId; call: string };

/** A marked call near the person who was called, and far away among other calls; `call` is its flow in the first. */
export async function twoCaptures(opened: OwnedCase): Promise<TwoCaptures> {
  const watermarkId = await keepWatermark(opened, { parameters: halfMinuteMark, formKey: newId() }, NOW);
  const kept = await findWatermark(opened, watermarkId);
  const captures = simulateTwoCaptures({ startedAt, watermark: kept?.watermark });
  const near = await listedCapture(opened, captures.near, "near.pcap");
  const far = await listedCapture(opened, captures.far, "far.pcap");
  const [flow] = (await findCapture(opened, near, NOW))?.listing?.flows ?? [];
  if (!flow) throw new Error("The test's first capture shows no flow");
  return { near, far, watermarkId, call: flow.id };
}

/** What asks for the call of the first capture among all flows of the second, with the watermark. */
export function requestOf({ near, far, watermarkId, call }: TwoCaptures): ComparisonRequest {
  return {
    first: { captureId: near, flow: call },
    second: { captureId: far, flows: "all" },
    watermarkId,
    settings: { falseMatches: 0.01, clockErrorSeconds: 60 },
  };
}

export async function begun(opened: OwnedCase, request: ComparisonRequest): Promise<ComparisonId> {
  const comparison = await beginComparison(opened, { request, formKey: newId() }, NOW);
  if (!comparison.ok) throw new Error(`A comparison of the test was refused: ${comparison.code}`);
  return comparison.value;
}

/** A comparison that is done. */
export async function compared(opened: OwnedCase, request: ComparisonRequest): Promise<ComparisonId> {
  const comparisonId = await begun(opened, request);
  await runComparison(opened, { comparisonId, compare: compareHere, clock });
  return comparisonId;
}
