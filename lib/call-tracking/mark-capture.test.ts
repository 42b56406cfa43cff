import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import { createPacketReader } from "@/lib/captures/packet-reader";
import { markCapture } from "./mark-capture";
import { seededRandom } from "./simulation/seeded-random";
import { halfMinuteMark, simulateTwoCaptures } from "./simulation/two-captures";
import { decodeWord } from "./watermark/decode-word";
import { indexTimes } from "./watermark/index-times";
import { newWatermark } from "./watermark/new-watermark";
import { planIndexes } from "./watermark/plan-indexes";
import { planPairs } from "./watermark/plan-pairs";

const random = seededRandom(24);
const watermark = newWatermark(
  halfMinuteMark,
  Uint8Array.from({ length: 40 }, () => 256 * random()),
);
const { near } = simulateTwoCaptures({ startedAt: new Date("2026-03-02T22:15:00Z") });
const capture = {
  sha256: "",
  async *read() {
    for (let from = 0; from < near.length; from += 1_000) yield near.subarray(from, from + 1_000);
  },
};

function flowsOf(bytes: Uint8Array) {
  const collector = createFlowCollector("all");
  const reader = createPacketReader(collector.sink);
  reader.push(bytes);
  reader.end();
  return collector.end().flows;
}

const [plain = expect.fail("the capture has a flow")] = flowsOf(near);
const flow = plain.summary.id;

test("the copy of a capture carries the watermark and is otherwise the same", async () => {
  const marked = await markCapture({ capture, flow, watermark });
  const bytes = await buffer(marked.ok ? marked.value : expect.fail(marked.code));
  expect(bytes).toHaveLength(near.length);
  const [copy = expect.fail("the copy has a flow")] = flowsOf(bytes);
  expect(copy.summary.id).toBe(flow);
  expect(copy.bytes).toEqual(plain.bytes);
  expect(copy.sequence).toEqual(plain.sequence);
  const times = indexTimes({ at: copy.at, indexes: planIndexes(copy), packets: halfMinuteMark.packets });
  const plan = planPairs(halfMinuteMark, watermark.key);
  expect(decodeWord(times, plan, "clipped").bits).toEqual(watermark.word);
});

test("a flow that is not there, or too short for the plan, is said to be so", async () => {
  const other = await markCapture({ capture, flow: `${flow} #2`, watermark });
  expect(other).toEqual({ ok: false, code: "NO_FLOW" });
  const parameters = { ...halfMinuteMark, packets: 1_301 };
  const long = await markCapture({ capture, flow, watermark: { ...watermark, parameters } });
  expect(long).toEqual({ ok: false, code: "TOO_SHORT" });
});
