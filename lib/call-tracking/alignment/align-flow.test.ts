import { describe, expect, it } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { decodeWord } from "../watermark/decode-word";
import { falseMatchRate } from "../watermark/detection-theory";
import { hammingDistance } from "../watermark/hamming-distance";
import { type AlignmentOptions, alignFlow } from "./align-flow";
import { type MarkedCall, markedCall, partOf, renumbered } from "./test-flows";

function align({ captured, plan }: Pick<MarkedCall, "captured" | "plan">, options?: AlignmentOptions) {
  const aligned = alignFlow(captured, plan, options);
  if ("tooShort" in aligned) throw new Error(`Too short: ${aligned.tooShort.packets}`);
  return aligned;
}

function distanceOf(call: Pick<MarkedCall, "captured" | "plan" | "watermark">): number {
  const { bits } = decodeWord(align(call).times, call.plan, "clipped");
  return hammingDistance(bits, call.watermark.word);
}

describe("a flow with sequence numbers", () => {
  it.each([0, 37, 250, 500])("is laid on the plan when its first %i packets were not captured", (missing) => {
    const call = markedCall({ seed: 1 });
    const captured = renumbered(partOf(call.captured, missing), -7000);
    const aligned = align({ captured, plan: call.plan });
    expect(aligned.firstIndex).toBe(missing);
    expect(aligned.found).toBe(1160 - missing);
    expect(distanceOf({ ...call, captured })).toBeLessThanOrEqual(missing > 300 ? 2 : 0);
  });

  it("is laid on the plan when its capture began long before the mark", () => {
    const call = markedCall({ seed: 2 });
    const before = markedCall({ seed: 3 }).captured;
    const later = call.captured.at.map((at) => at + 60_000_000);
    const captured = {
      ...call.captured,
      at: Float64Array.from([...before.at, ...later]),
      sequence: Int32Array.from({ length: 2 * before.at.length }, (_, k) => k),
    };
    expect(align({ captured, plan: call.plan }).firstIndex).toBe(-1340);
    expect(distanceOf({ ...call, captured })).toBe(0);
  });

  it("says the same by a clock an hour ahead that runs 200 ppm fast or slow", () => {
    const call = markedCall({ seed: 4, path: { loss: 0.03 } });
    for (const driftPpm of [-200, 200]) {
      const start = call.captured.at[0] as number;
      const at = call.captured.at.map((time) => time + 3.6e9 + (time - start) * driftPpm * 1e-6);
      const other = { ...call, captured: { ...call.captured, at } };
      expect(align(other).firstIndex).toBe(align(call).firstIndex);
      expect(distanceOf(other)).toBe(0);
    }
  });

  it("loses only the pairs that lost a packet", () => {
    const call = markedCall({ seed: 5, path: { loss: 0.05 } });
    const aligned = align(call);
    const { pairsUsed } = decodeWord(aligned.times, call.plan, "clipped");
    const used = pairsUsed.reduce((sum, pairs) => sum + pairs, 0);
    expect(aligned.found / 1160).toBeCloseTo(0.95, 1);
    expect(used / 576).toBeGreaterThan(0.95 ** 2 - 0.05);
    expect(distanceOf(call)).toBe(0);
  });

  it("puts late packets back in their place and counts the first of copies", () => {
    const path = { late: { share: 0.03, byMs: 70 }, duplicates: 0.05 };
    const call = markedCall({ seed: 6, path });
    const aligned = align(call);
    const copies = call.captured.at.length - new Set(call.captured.sequence).size;
    const first = call.captured.sequence?.indexOf(1100) ?? -1;
    expect(aligned.duplicates).toBe(copies);
    expect(aligned.times[100]).toBe(call.captured.at[first]);
    expect(distanceOf(call)).toBe(0);
  });

  it("is laid on the plan by numbers alone beside the marked flow, even where the mark is drowned", () => {
    const call = markedCall({ seed: 7, path: { jitterMs: 60, driftPpm: 120 } });
    const captured = renumbered(partOf(call.captured, 40), 65_536);
    const smallest = Math.min(...(captured.sequence ?? [])) - 1000 - 65_536;
    const aligned = align({ captured, plan: call.plan }, { reference: call.marked });
    expect(aligned).toMatchObject({ firstIndex: smallest, tried: 1 });
  });

  it("knows the drift of its clock beside the marked flow", () => {
    const call = markedCall({ seed: 8, path: { jitterMs: 0.2, driftPpm: 120 } });
    expect(align(call, { reference: call.marked }).driftPpm).toBeCloseTo(120, -2);
  });

  it("is searched beside the marked flow where its source has another name", () => {
    const call = markedCall({ seed: 9 });
    const captured = { ...call.captured, summary: { ...call.captured.summary, ssrc: 7 } };
    const aligned = align(
      { captured: renumbered(captured, 500), plan: call.plan },
      { reference: call.marked },
    );
    expect(aligned.firstIndex).toBe(0);
    expect(aligned.tried).toBeGreaterThan(100);
  });

  it("still shows its mark where a relay joined two packets in one", () => {
    const call = markedCall({ seed: 10, path: { merged: 2, jitterMs: 1 } });
    expect(align(call)).toMatchObject({ joined: 2, firstIndex: 0 });
    expect(distanceOf(call)).toBeLessThanOrEqual(4);
  });

  it("shows its mark through silence suppression", () => {
    const call = markedCall({ seed: 11, source: { silence: { talkSeconds: 2, pauseSeconds: 1 } } });
    expect(align(call).firstIndex).toBe(0);
    expect(distanceOf(call)).toBe(0);
  });

  it("shows a mark of 10 ms through a path that sends in bursts, with losses", () => {
    const path = { jitterMs: 3, keepsOrder: true, stalls: { share: 0.15, meanMs: 60 }, loss: 0.03 };
    const call = markedCall({ seed: 12, path, parameters: { shiftMs: 10 } });
    const captured = renumbered(partOf(call.captured, 30), 321);
    const lost = (captured.sequence?.[0] ?? 0) - 1321;
    expect(align({ captured, plan: call.plan }).firstIndex).toBe(lost);
    expect(distanceOf({ ...call, captured })).toBeLessThanOrEqual(5);
  });
});

describe("a flow without sequence numbers", () => {
  it.each([0, 45])("is laid on the plan by order when its first %i packets were not captured", (missing) => {
    const call = markedCall({ seed: 20, path: { hidesHeaders: true } });
    const captured = partOf(call.captured, missing);
    expect(align({ captured, plan: call.plan })).toMatchObject({ by: "order", firstIndex: missing });
    expect(distanceOf({ ...call, captured })).toBe(0);
  });

  it("keeps to the index through losses, silences, a fast clock and an hour's difference", () => {
    const path = { hidesHeaders: true, loss: 0.03, driftPpm: 200, clockOffsetMs: 3_600_000 };
    const source = { silence: { talkSeconds: 3, pauseSeconds: 1 } };
    for (const seed of [21, 22, 23, 24])
      expect(distanceOf(markedCall({ seed, path, source }))).toBeLessThanOrEqual(3);
  });

  it("still shows its mark where packets were joined in twos", () => {
    const call = markedCall({ seed: 25, path: { hidesHeaders: true, merged: 2, jitterMs: 1 } });
    expect(align(call)).toMatchObject({ by: "order", joined: 2 });
    expect(distanceOf(call)).toBeLessThanOrEqual(4);
  });
});

describe("a flow that is too short", () => {
  it("is answered with how many packets it has and how many it needs", () => {
    const call = markedCall({ seed: 30 });
    const answer = alignFlow(partOf(call.captured, 0, 400), call.plan);
    expect(answer).toEqual({ tooShort: { packets: 400, needed: expect.any(Number) } });
    const needed = "tooShort" in answer ? answer.tooShort.needed : 0;
    expect(needed).toBeGreaterThan(550);
    expect(needed).toBeLessThan(600);
    expect(alignFlow(partOf(call.captured, 0, needed), call.plan)).toHaveProperty("times");
    expect(alignFlow(partOf(call.captured, 0, needed - 1), call.plan)).toHaveProperty("tooShort");
  });

  it("may hold no packet at all", () => {
    const call = markedCall({ seed: 31 });
    expect(alignFlow(partOf(call.captured, 0, 0), call.plan)).toMatchObject({ tooShort: { packets: 0 } });
  });
});

describe("flows that are odd", () => {
  const call = markedCall({ seed: 40 });
  const length = 1340;
  it.each([
    ["all at one instant", new Float64Array(length).fill(1e15), undefined],
    ["all at one instant, all of one number", new Float64Array(length).fill(1e15), new Int32Array(length)],
    ["with numbers far apart", call.captured.at, Int32Array.from({ length }, (_, k) => (k === 9 ? 2e9 : k))],
    ["with times going back", call.captured.at.slice().reverse(), undefined],
  ])("are laid on the plan somehow: %s", (_, at, sequence) => {
    const captured = { ...call.captured, at, sequence };
    expect(align({ captured, plan: call.plan }).times).toHaveLength(1160);
  });
});

describe("false matches", () => {
  it("come as often as the exact rate says although every start was tried", () => {
    const random = seededRandom(50);
    const { plan } = markedCall({ seed: 50 });
    const flows = Array.from(
      { length: 40 },
      (_, k) => markedCall({ seed: 51 + k, path: { jitterMs: 4 } }).captured,
    );
    const words = 500;
    const distances = new Array<number>(25).fill(0);
    for (const captured of flows) {
      const { bits } = decodeWord(align({ captured, plan }).times, plan, "clipped");
      for (let k = 0; k < words; k++) {
        const word = Uint8Array.from({ length: 24 }, () => (random() < 0.5 ? 0 : 1));
        const distance = hammingDistance(bits, word);
        distances[distance] = (distances[distance] as number) + 1;
      }
    }
    for (const h of [5, 6, 8, 10]) {
      const matches = distances.slice(0, h + 1).reduce((sum, count) => sum + count, 0);
      const expected = flows.length * words * falseMatchRate(24, h);
      expect(Math.abs(matches - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it("come no more often for the mark of another call under the same key than for any word", () => {
    const calls = Array.from({ length: 60 }, (_, k) => markedCall({ seed: 200 + k }));
    const { plan, watermark } = markedCall({ seed: 199 });
    const distances = calls.map(({ captured }) => distanceOf({ captured, plan, watermark }));
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
    expect(Math.abs(mean - 12)).toBeLessThan(4 * Math.sqrt(6 / distances.length));
    expect(Math.min(...distances)).toBeGreaterThan(3);
  });
});
