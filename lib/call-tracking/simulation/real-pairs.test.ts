import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createFlowCollector } from "@/lib/captures/flows/collect-flows";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createPacketReader } from "@/lib/captures/packet-reader";
import { decodeWord } from "../watermark/decode-word";
import { hammingDistance } from "../watermark/hamming-distance";
import { indexTimes } from "../watermark/index-times";
import { markDelays } from "../watermark/mark-delays";
import { newWatermark } from "../watermark/new-watermark";
import { planPairs } from "../watermark/plan-pairs";
import type { Decoder, WatermarkParameters } from "../watermark/watermark";
import { delayFromPair } from "./delay-from-pair";
import { queueFromPair } from "./queue-from-pair";

const folder = "../shared/samples/voip-pairs";
/** 24 bits and redundancy 12, the most that half a minute holds. */
const parameters: WatermarkParameters = { bits: 24, redundancy: 12, distance: 1, shiftMs: 3, packets: 1153 };

type Pair = { name: string; first: PacketFlow; second: PacketFlow };

function flowsOf(file: string): PacketFlow[] {
  const collector = createFlowCollector("all");
  const reader = createPacketReader(collector.sink);
  reader.push(readFileSync(`${folder}/${file}`));
  reader.end();
  return collector.end().flows.filter(({ sequence, at }) => sequence && at.length >= parameters.packets);
}

/** Both directions of each call; the first flow is the one seen earlier. */
function pairsOf(path: "non-tor" | "tor"): Pair[] {
  const calls = readdirSync(folder).filter((file) => file.startsWith(path) && file.endsWith("-caller.pcap"));
  return calls.flatMap((caller) => {
    const callees = flowsOf(caller.replace("-caller", "-callee"));
    return flowsOf(caller).flatMap((one) => {
      const other = callees.find(({ summary }) => summary.ssrc === one.summary.ssrc);
      if (!other) return [];
      const [first, second] = one.summary.firstAt < other.summary.firstAt ? [one, other] : [other, one];
      return [{ name: `${caller} ${one.summary.ssrc}`, first, second }];
    });
  });
}

type Given = { pairs: Pair[]; shiftMs: number; decoder: Decoder; arrive: typeof delayFromPair };

/** Share of marked flows that are read with at most five wrong bits, three keys each, the indexes known. */
function found({ pairs, shiftMs, decoder, arrive }: Given): number {
  const distances = pairs.flatMap(({ name, first, second }) =>
    [1, 2, 3].map((round) => {
      const random = createHash("sha512").update(`${name} ${round}`).digest();
      const watermark = newWatermark({ ...parameters, shiftMs }, random);
      const arrived = arrive(first, second, markDelays(first, watermark));
      const start = first.sequence?.[0] ?? 0;
      const indexes = (arrived.sequence ?? new Int32Array()).map((number) => number - start);
      const times = indexTimes({ at: arrived.at, indexes, packets: parameters.packets });
      const plan = planPairs(watermark.parameters, watermark.key);
      return hammingDistance(decodeWord(times, plan, decoder).bits, watermark.word);
    }),
  );
  return distances.filter((distance) => distance <= 5).length / distances.length;
}

describe.skipIf(!existsSync(folder))("real calls at both ends (skipped where the samples are absent)", () => {
  test("on straight paths a shift of 3 ms is found in at least 99 of 100, however the delays are carried", () => {
    const pairs = pairsOf("non-tor");
    expect(pairs.length).toBeGreaterThan(15);
    for (const decoder of ["clipped", "weighted"] as const)
      for (const arrive of [delayFromPair, queueFromPair])
        expect(found({ pairs, shiftMs: 3, decoder, arrive })).toBeGreaterThanOrEqual(0.99);
  });

  test("through Tor 10 ms are found if every packet keeps its delay, and lost if queues take the delays up", () => {
    const given = { pairs: pairsOf("tor"), shiftMs: 10 };
    expect(given.pairs.length).toBeGreaterThan(15);
    expect(found({ ...given, decoder: "weighted", arrive: delayFromPair })).toBeGreaterThanOrEqual(0.95);
    expect(found({ ...given, decoder: "clipped", arrive: delayFromPair })).toBeGreaterThanOrEqual(0.9);
    expect(found({ ...given, decoder: "mean", arrive: delayFromPair })).toBeLessThan(0.6);
    expect(found({ ...given, decoder: "weighted", arrive: queueFromPair })).toBeLessThan(0.1);
  });
});
