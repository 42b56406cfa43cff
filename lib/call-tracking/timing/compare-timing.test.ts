import { describe, expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { seededRandom } from "../simulation/seeded-random";
import { type PathSettings, sendThrough } from "../simulation/send-through";
import { type SourceSettings, simulateFlow } from "../simulation/simulate-flow";
import { compareTiming } from "./compare-timing";
import { createTimingComparer } from "./create-timing-comparer";
import { delaysBetween } from "./delays-between";

const phone: SourceSettings = { packets: 1500, spacingMs: 20, jitterMs: 0.5, hasHeaders: false };
const path: PathSettings = { delayMs: 80, jitterMs: 1, keepsOrder: true };

function pairOf(
  seed: number,
  change: { source?: Partial<SourceSettings>; path?: PathSettings; from?: number } = {},
) {
  const random = seededRandom(seed);
  const first = simulateFlow({ ...phone, ...change.source }, random);
  const arrived = sendThrough(first, { ...path, ...change.path }, random);
  return { first, second: tailOf(arrived, change.from ?? 0) };
}

function tailOf(flow: PacketFlow, from: number): PacketFlow {
  return { ...flow, at: flow.at.slice(from), bytes: flow.bytes.slice(from) };
}

describe("one stream seen at two places", () => {
  test.each<[title: string, change: Parameters<typeof pairOf>[1], lagPackets: number]>([
    ["is found in its timing alone", {}, 0],
    ["is found when the second capture begins 77 packets later", { from: 77 }, -77],
    [
      "is found with a clock that is 1.5 s ahead and 50 ppm fast",
      { path: { clockOffsetMs: 1500, driftPpm: 50 } },
      0,
    ],
    ["is found with 30 ms spacing", { source: { spacingMs: 30 } }, 0],
    ["is found with pauses of speech", { source: { silence: { talkSeconds: 2, pauseSeconds: 1 } } }, 0],
  ])("%s", (_, change, lagPackets) => {
    const { first, second } = pairOf(1, change);
    const result = compareTiming(first, second, { clockErrorSeconds: 2 });
    expect(result?.lagPackets).toBe(lagPackets);
    expect(result?.logLikelihoodRatio).toBeGreaterThan(1);
    expect(result?.falseMatch).toBeLessThan(0.01);
  });

  test("is found when 3 of 100 packets are lost, and pauses moved by losses do not rule it out", () => {
    const silence = { talkSeconds: 2, pauseSeconds: 1 };
    const { first, second } = pairOf(4, { source: { silence }, path: { loss: 0.03 } });
    expect(compareTiming(first, second)?.logLikelihoodRatio).toBeGreaterThan(1);
  });

  test("is found from either side alike", () => {
    const { first, second } = pairOf(2, { from: 40 });
    const there = compareTiming(first, second);
    const back = compareTiming(second, first);
    expect(back?.lagPackets).toBe(-(there?.lagPackets ?? 0));
    expect(back?.logLikelihoodRatio).toBeCloseTo(there?.logLikelihoodRatio ?? 0, 6);
  });

  test("tells the delay and the drift of the clocks", () => {
    const { first, second } = pairOf(3, { path: { delayMs: 80, clockOffsetMs: 500, driftPpm: 200 } });
    const result = compareTiming(first, second);
    expect(result?.lagMs).toBeGreaterThan(575);
    expect(result?.lagMs).toBeLessThan(595);
    expect(result?.driftPpm).toBeGreaterThan(150);
    expect(result?.driftPpm).toBeLessThan(250);
    expect(result?.comparedPackets).toBeGreaterThan(1450);
    expect(result?.overlapSeconds).toBeCloseTo(30, 0);
  });

  test("is not ruled out by a path that holds packets up and lets them go in bursts", () => {
    const stalls = { share: 0.1, meanMs: 90 };
    for (const seed of [5, 6, 7]) {
      const { first, second } = pairOf(seed, { path: { jitterMs: 20, stalls } });
      const result = compareTiming(first, second);
      expect(result?.logLikelihoodRatio).toBeGreaterThan(-1);
    }
  });

  test("is not ruled out by a gateway that plays packets out anew", () => {
    const { first } = pairOf(8);
    const { first: anew } = pairOf(9);
    expect(compareTiming(first, anew)?.logLikelihoodRatio).toBeGreaterThan(-1);
  });
});

describe("two streams", () => {
  test("of telephones alike never look like one, at whatever lag", () => {
    const { first } = pairOf(20);
    const compare = createTimingComparer(first);
    for (let seed = 21; seed < 61; seed++) {
      const result = compare(pairOf(seed).second);
      expect(result?.logLikelihoodRatio).toBeLessThan(0.7);
    }
  });

  test("that talk at other times are told apart", () => {
    const silence = { talkSeconds: 2, pauseSeconds: 1 };
    const { first } = pairOf(30, { source: { silence } });
    const compare = createTimingComparer(first, { clockErrorSeconds: 2 });
    for (let seed = 31; seed < 41; seed++)
      expect(compare(pairOf(seed, { source: { silence } }).second)?.logLikelihoodRatio).toBeLessThan(-1);
  });
});

describe("what cannot be compared", () => {
  const { first, second } = pairOf(50);

  test("fewer than 200 packets of either say nothing", () => {
    expect(compareTiming(tailOf(first, 1301), second)).toBeUndefined();
    expect(compareTiming(first, tailOf(second, 1301))).toBeUndefined();
    expect(compareTiming(first, tailOf(second, 1500))).toBeUndefined();
  });

  test("captures of different hours say nothing when the clocks are good", () => {
    const later = { ...second, at: second.at.map((time) => time + 3.6e9) };
    expect(compareTiming(first, later, { clockErrorSeconds: 2 })).toBeUndefined();
    expect(compareTiming(first, later)?.logLikelihoodRatio).toBeGreaterThan(1);
  });

  const odd: [title: string, at: (place: number) => number][] = [
    ["all packets at one instant", () => 1.7e15],
    ["times that run backwards", (place) => 1.7e15 - place * 20_000],
    ["times that are no numbers", () => Number.NaN],
    ["a spacing of weeks", (place) => place * 1e12],
    ["no jitter whatever", (place) => place * 20_000],
  ];
  test.each(odd)("%s give finite numbers or nothing", (_, at) => {
    const strange = { ...first, at: first.at.map((_, place) => at(place)) };
    for (const result of [
      compareTiming(first, strange),
      compareTiming(strange, first),
      compareTiming(strange, strange),
    ])
      for (const value of [...Object.values(result ?? {}), ...Object.values(result?.features ?? {})])
        if (typeof value === "number") expect(value).toSatisfy(Number.isFinite);
  });

  test("comparing in between does not change an answer", () => {
    const compare = createTimingComparer(first);
    const once = compare(second);
    compare(pairOf(51).second);
    expect(compare(second)).toEqual(once);
  });
});

test("delays between two flows are told above the smallest, from the first packet that both hold", () => {
  const flowAt = (...ms: number[]): PacketFlow => ({
    ...pairOf(60).first,
    at: Float64Array.from(ms, (one) => 1000 * one),
  });
  expect(delaysBetween(flowAt(0, 20, 40), flowAt(107, 125), -1)).toEqual([
    { seconds: 0, milliseconds: 2 },
    { seconds: 0.02, milliseconds: 0 },
  ]);
  expect(delaysBetween(flowAt(0, 20), flowAt(5, 25), 7)).toEqual([]);
});
