import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import { rewriteCapture } from "@/lib/captures/rewrite/rewrite-capture";
import { unpacked } from "@/lib/captures/unpack";
import { fault, ok, type Result } from "@/lib/platform/result";
import type { CaptureSource } from "./compare-captures";
import { MAX_UNPACKED_BYTES, readPackets } from "./read-packets";
import { markDelays } from "./watermark/mark-delays";
import type { Watermark } from "./watermark/watermark";

type Marking = { capture: CaptureSource; flow: string; watermark: Watermark };

/**
 * A copy of a capture in which one flow carries a watermark, unpacked and as a stream; only times change. The capture is
 * read three times, the second time to see that every delay can be written. `NO_FLOW`: the capture has no such flow.
 * `TOO_SHORT`: the flow has fewer packets than the plan. `NOT_MARKED`: some delays cannot be written into this file.
 */
export async function markCapture({
  capture,
  flow: id,
  watermark,
}: Marking): Promise<Result<AsyncIterable<Uint8Array>, "NO_FLOW" | "TOO_SHORT" | "NOT_MARKED">> {
  const collector = createFlowCollector(new Set([id]));
  await readPackets(capture.read(), collector.sink);
  const [flow] = collector.end().flows;
  if (!flow) return fault("NO_FLOW");
  if (flow.at.length < watermark.parameters.packets) return fault("TOO_SHORT");
  const delays = markDelays(flow, watermark);
  const copy = () => {
    const source = unpacked(capture.read(), MAX_UNPACKED_BYTES, () => undefined);
    return rewriteCapture(source, { flow, delayOf: (index) => delays[index] ?? 0 });
  };
  const tried = copy();
  for await (const _ of tried.bytes);
  const isWhole = tried.delayed() === delays.filter((delay) => delay > 0).length;
  return isWhole ? ok(copy().bytes) : fault("NOT_MARKED");
}
