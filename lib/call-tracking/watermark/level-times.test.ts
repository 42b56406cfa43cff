import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { markFlow } from "../simulation/mark-flow";
import { seededRandom } from "../simulation/seeded-random";
import { sendThrough } from "../simulation/send-through";
import { type SourceSettings, simulateFlow } from "../simulation/simulate-flow";
import { decodeWord } from "./decode-word";
import { hammingDistance } from "./hamming-distance";
import { levelTimes } from "./level-times";
import { newWatermark } from "./new-watermark";
import { planPairs } from "./plan-pairs";
import { type Decoder, decoders } from "./watermark";

const talk = { packets: 3000, spacingMs: 20, silence: { talkSeconds: 0.3, pauseSeconds: 1, spacingMs: 160 } };

function flowOf(settings: Partial<SourceSettings>): PacketFlow {
  return simulateFlow({ ...talk, ...settings }, seededRandom(1));
}

test.each([8000, 16_000, 48_000])(
  "with a media clock of %i Hz only jitter is left of a spacing",
  (clockHz) => {
    const levelled = levelTimes(flowOf({ clockHz, jitterMs: 0 }));
    expect(Math.max(...levelled.map((time) => Math.abs(time - (levelled[0] ?? 0))))).toBeLessThan(1);
  },
);

test.each<[name: string, spoil: (flow: PacketFlow) => PacketFlow]>([
  ["no media time", (flow) => ({ ...flow, mediaTime: undefined })],
  [
    "a jump in the media time",
    (flow) => ({ ...flow, mediaTime: flow.mediaTime?.map((time, k) => time + (k > 1500 ? 1e9 : 0)) }),
  ],
  ["a media clock that stands still", (flow) => ({ ...flow, mediaTime: flow.mediaTime?.fill(5) })],
  ["a clock that nobody uses", (flow) => ({ ...flow, mediaTime: flow.mediaTime?.map((time) => 1.3 * time) })],
  [
    "a single packet",
    (flow) => ({ ...flow, at: flow.at.subarray(0, 1), mediaTime: flow.mediaTime?.subarray(0, 1) }),
  ],
  [
    "no packet",
    (flow) => ({ ...flow, at: flow.at.subarray(0, 0), mediaTime: flow.mediaTime?.subarray(0, 0) }),
  ],
])("with %s the times stay as they are", (_, spoil) => {
  const flow = spoil(flowOf({}));
  expect(levelTimes(flow)).toBe(flow.at);
});

test("calls with many pauses are read, where the spacings alone drown the word", () => {
  const parameters = { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3000 };
  const wrong: Record<Decoder, [raw: number, levelled: number]> = {
    mean: [0, 0],
    clipped: [0, 0],
    weighted: [0, 0],
  };
  for (let seed = 0; seed < 10; seed++) {
    const random = seededRandom(seed);
    const watermark = newWatermark(parameters, createHash("sha512").update(`mark ${seed}`).digest());
    const flow = markFlow(simulateFlow({ ...talk, jitterMs: 1 }, random), watermark);
    const arrived = sendThrough(flow, { jitterMs: 5, keepsOrder: true }, random);
    const plan = planPairs(parameters, watermark.key);
    const distanceOf = (times: Float64Array, decoder: Decoder) =>
      hammingDistance(decodeWord(times, plan, decoder).bits, watermark.word);
    for (const decoder of decoders)
      for (const [place, times] of [arrived.at, levelTimes(arrived)].entries())
        wrong[decoder][place === 0 ? 0 : 1] += distanceOf(times, decoder) / 10;
  }
  expect(wrong.mean[0]).toBeGreaterThan(7);
  expect(wrong.clipped[0]).toBeGreaterThan(3);
  for (const decoder of decoders) expect(wrong[decoder][1]).toBeLessThan(0.5);
});
