import type { ComparisonInput } from "@/lib/call-tracking/comparison/comparison-input";
import type { RandomSource } from "@/lib/call-tracking/random-source";
import { markFlow } from "@/lib/call-tracking/simulation/mark-flow";
import { seededRandom } from "@/lib/call-tracking/simulation/seeded-random";
import { sendThrough } from "@/lib/call-tracking/simulation/send-through";
import { simulateFlow } from "@/lib/call-tracking/simulation/simulate-flow";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { drawWatermark } from "./draw";

const SEED = 90;
const parameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 4_000 };
/** 90 seconds. */
const source = { packets: 4_500, spacingMs: 20, jitterMs: 1, bytesSpread: 20 };

/** The id of the flow that is the far end of the first. */
export const thePartner = "the partner";

/** A marked flow, and so many candidates of which one is its far end; with RTP headers, or times and sizes only. */
export function manyCandidates(candidates: number, hasHeaders: boolean): ComparisonInput {
  const random = seededRandom(SEED);
  const watermark = drawWatermark(parameters, random);
  const path = { delayMs: 140, jitterMs: 5, loss: 0.01, driftPpm: 20, hidesHeaders: !hasHeaders };
  const flow = markFlow(callOf(0, random), watermark);
  const flows = Array.from({ length: candidates }, (_, place) =>
    sendThrough(place === 0 ? flow : callOf(place, random), path, random),
  );
  const [partner] = flows as [PacketFlow];
  flows[0] = { ...partner, summary: { ...partner.summary, id: thePartner } };
  return {
    first: { file: { sha256: "1".repeat(64), findings: [] }, flow },
    second: { file: { sha256: "2".repeat(64), findings: [] }, flows, flowsInFile: flows.length },
    watermark,
    settings: { falseMatches: 0.01, clockErrorSeconds: 5 },
  };
}

/** All calls begin within a second, so that the clock rules none of them out. */
function callOf(place: number, random: RandomSource): PacketFlow {
  const address = {
    protocol: "udp" as const,
    source: { address: "192.0.2.1", port: 4000 },
    destination: { address: "198.51.100.2", port: 5000 + place },
    ssrc: place,
  };
  const startAt = 1_709_330_400_000_000 + Math.round(1e6 * random());
  return simulateFlow({ ...source, startAt, address }, random);
}
