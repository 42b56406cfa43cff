// Comparisons of made-up calls that only tests need: one marked call, found again or not among others.
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { RandomSource } from "../random-source";
import { buildFlow } from "../simulation/build-flow";
import { markFlow } from "../simulation/mark-flow";
import { seededRandom } from "../simulation/seeded-random";
import { type PathSettings, sendThrough } from "../simulation/send-through";
import { type SourceSettings, simulateFlow } from "../simulation/simulate-flow";
import { newWatermark, WATERMARK_RANDOM_BYTES } from "../watermark/new-watermark";
import type { Watermark, WatermarkParameters } from "../watermark/watermark";
import { compareFlows } from "./compare-flows";
import type { ComparisonInput } from "./comparison-input";
import type { ComparedFile, ComparisonResult, ComparisonSettings } from "./comparison-result";

export const someSettings: ComparisonSettings = { falseMatches: 0.01, clockErrorSeconds: 5 };
export const someParameters: WatermarkParameters = {
  bits: 24,
  redundancy: 12,
  distance: 1,
  shiftMs: 6,
  packets: 1400,
};

const firstFile: ComparedFile = { sha256: "1".repeat(64), findings: [] };
const secondFile: ComparedFile = { sha256: "2".repeat(64), findings: [] };
const somePath: PathSettings = { delayMs: 140, jitterMs: 4, loss: 0.01, hidesHeaders: true };

export type TestCall = {
  seed?: number;
  packets?: number;
  decoys?: number;
  /** Whether the far end of the first flow is among the candidates. */
  hasPartner?: boolean;
  path?: PathSettings;
  source?: Partial<SourceSettings>;
};

/** A marked flow, and what the second capture holds: its far end, unless it is left out, and other calls of that time. */
export function testCall(call: TestCall = {}): ComparisonInput & {
  first: { file: ComparedFile; flow: PacketFlow };
  watermark: Watermark;
} {
  const { seed = 1, packets = 1500, decoys = 8, hasPartner = true, path = somePath } = call;
  const random = seededRandom(seed);
  const watermark = testWatermark(random);
  const flow = markFlow(callOf(0, { ...call.source, packets }, random), watermark);
  const others = Array.from({ length: decoys }, (_, place) =>
    sendThrough(callOf(place + 1, { ...call.source, packets }, random), path, random),
  );
  const partner = named(sendThrough(flow, path, random), decoys + 1);
  const flows = hasPartner ? [...others, partner] : others;
  return {
    first: { file: firstFile, flow },
    second: { file: secondFile, flows, flowsInFile: flows.length },
    watermark,
    settings: someSettings,
  };
}

/** What the comparison of such a call finds. `without`: parts of its input that are not given. */
export function testComparison(call: TestCall = {}, ...without: ("first" | "watermark")[]): ComparisonResult {
  const input: ComparisonInput = { ...testCall(call) };
  for (const part of without) delete input[part];
  return compareFlows(input);
}

export function testWatermark(random: RandomSource, parameters = someParameters): Watermark {
  const bytes = Uint8Array.from({ length: WATERMARK_RANDOM_BYTES }, () => Math.floor(256 * random()));
  return newWatermark(parameters, bytes);
}

/** One of many calls that begin in the same seconds. */
function callOf(place: number, source: Partial<SourceSettings>, random: RandomSource): PacketFlow {
  const startAt = 1_709_330_400_000_000 + Math.round(2e6 * random());
  const flow = simulateFlow(
    { packets: 1500, spacingMs: 20, jitterMs: 1, startAt, ...source, address: addressOf(place) },
    random,
  );
  return flow;
}

function addressOf(place: number) {
  return {
    protocol: "udp" as const,
    source: { address: "192.0.2.1", port: 4000 + 2 * place },
    destination: { address: "198.51.100.2", port: 5000 + 2 * place },
    ssrc: 0x1a2b3c00 + place,
  };
}

/** The far side sees the flow between other ports. */
function named(flow: PacketFlow, place: number): PacketFlow {
  const { source, destination } = addressOf(place);
  const name = `udp ${source.address}:${source.port} > ${destination.address}:${destination.port}`;
  const ssrc = flow.summary.ssrc === undefined ? "" : ` ssrc ${flow.summary.ssrc.toString(16)}`;
  return { ...flow, summary: { ...flow.summary, source, destination, id: name + ssrc } };
}

/** The flow as a clock would have it that is so many seconds ahead. */
export function laterBy(flow: PacketFlow, seconds: number): PacketFlow {
  const { firstAt, lastAt } = flow.summary;
  const summary = { ...flow.summary, firstAt: firstAt + seconds * 1e6, lastAt: lastAt + seconds * 1e6 };
  return { ...flow, summary, at: flow.at.map((time) => time + seconds * 1e6) };
}

/** So many packets from its beginning, or from its end when the number is below zero. */
export function firstPacketsOf(flow: PacketFlow, packets: number): PacketFlow {
  const [from, to] = packets < 0 ? [packets, flow.at.length] : [0, packets];
  return {
    ...buildFlow(
      {
        at: flow.at.slice(from, to),
        bytes: flow.bytes.slice(from, to),
        sequence: flow.sequence?.slice(from, to),
        mediaTime: flow.mediaTime?.slice(from, to),
      },
      flow.summary,
    ),
  };
}
