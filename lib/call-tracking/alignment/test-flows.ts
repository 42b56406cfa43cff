import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { markFlow } from "../simulation/mark-flow";
import { seededRandom } from "../simulation/seeded-random";
import { type PathSettings, sendThrough } from "../simulation/send-through";
import { type SourceSettings, simulateFlow } from "../simulation/simulate-flow";
import { newWatermark, WATERMARK_RANDOM_BYTES } from "../watermark/new-watermark";
import { planPairs } from "../watermark/plan-pairs";
import type { PairPlan, Watermark, WatermarkParameters } from "../watermark/watermark";

export type MarkedCall = { watermark: Watermark; plan: PairPlan; marked: PacketFlow; captured: PacketFlow };

const usual: WatermarkParameters = { bits: 24, redundancy: 12, distance: 1, shiftMs: 3, packets: 1160 };

/** A call marked at one end and captured at the other, all of it drawn from the seed. */
export function markedCall(input: {
  seed: number;
  path?: PathSettings;
  source?: Partial<SourceSettings>;
  parameters?: Partial<WatermarkParameters>;
}): MarkedCall {
  const random = seededRandom(input.seed);
  const bytes = Uint8Array.from({ length: WATERMARK_RANDOM_BYTES }, () => 256 * random());
  const watermark = newWatermark({ ...usual, ...input.parameters }, bytes);
  const sent = simulateFlow({ packets: 1340, spacingMs: 20, jitterMs: 0.5, ...input.source }, random);
  const marked = markFlow(sent, watermark);
  const captured = sendThrough(marked, { delayMs: 140, jitterMs: 2, ...input.path }, random);
  return { watermark, plan: planPairs(watermark.parameters, watermark.key), marked, captured };
}

/** The packets of a flow from one place in it to another. */
export function partOf(flow: PacketFlow, from: number, to?: number): PacketFlow {
  return {
    ...flow,
    at: flow.at.slice(from, to),
    bytes: flow.bytes.slice(from, to),
    ...(flow.sequence && { sequence: flow.sequence.slice(from, to) }),
    ...(flow.mediaTime && { mediaTime: flow.mediaTime.slice(from, to) }),
  };
}

/** As behind a relay that counts packets anew. */
export function renumbered(flow: PacketFlow, by: number): PacketFlow {
  return { ...flow, sequence: flow.sequence?.map((number) => number + by) };
}
