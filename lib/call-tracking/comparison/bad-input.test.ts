// What somebody may give by mistake: each gets a clear answer, none a false match, and none an exception.
import { describe, expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { canonicalJson, type Json } from "@/lib/platform/canonical-json";
import { seededRandom } from "../simulation/seeded-random";
import { simulateFlow } from "../simulation/simulate-flow";
import { compareFlows } from "./compare-flows";
import type { ComparisonInput } from "./comparison-input";
import type { ComparisonResult } from "./comparison-result";
import { firstPacketsOf, laterBy, type TestCall, testCall, testWatermark } from "./test-comparison";

const quiet: TestCall = {
  source: { jitterMs: 3 },
  path: { delayMs: 40, jitterMs: 0.3, hidesHeaders: true },
};
const HOUR = 3600;

/** The comparison with its candidates changed, of a watermark only where it is asked for. */
function compared(
  call: TestCall,
  change: (flow: PacketFlow) => PacketFlow,
  { hasWatermark = false } = {},
): ComparisonResult {
  const { watermark, ...input } = testCall(call);
  const flows = input.second.flows.map(change);
  return compareFlows({ ...input, second: { ...input.second, flows }, ...(hasWatermark && { watermark }) });
}

const codesOf = ({ findings }: Pick<ComparisonResult, "findings">) => findings.map(({ code }) => code);

describe("captures of other times", () => {
  test("do not overlap, and nothing can be told of them", () => {
    const result = compared(quiet, (flow) => laterBy(flow, 500));
    expect(result.verdict).toEqual({ word: "cannot-tell" });
    expect(codesOf(result)).toEqual(["NO_OVERLAP"]);
  });

  test("still hold the watermark, which knows no clock", () => {
    const result = compared(quiet, (flow) => laterBy(flow, 500), { hasWatermark: true });
    expect(result.verdict).toEqual({ word: "match", candidate: 0, candidates: 1 });
    expect(codesOf(result)).toEqual(["NO_OVERLAP"]);
  });

  test.each([HOUR, -HOUR, 2 * HOUR, 5.75 * HOUR])(
    "fit if one clock was %d seconds off, and that is all that is said",
    (seconds) => {
      const result = compared(quiet, (flow) => laterBy(flow, seconds));
      expect(result.verdict).toEqual({ word: "cannot-tell" });
      expect(result.findings).toEqual([{ code: "CLOCKS_APART", seconds }]);
    },
  );

  test("an hour apart are only that where no candidate fits", () => {
    const result = compared({ ...quiet, hasPartner: false }, (flow) => laterBy(flow, HOUR));
    expect(codesOf(result)).toEqual(["NO_OVERLAP"]);
  });

  test("are the same stream where headers say so, with the clock that is off by any time", () => {
    const result = compared({ path: { delayMs: 40, jitterMs: 2 } }, (flow) => laterBy(flow, 1234));
    expect(result.verdict.word).toBe("same-stream");
    expect(result.candidates[0]?.findings).toEqual([{ code: "CLOCKS_APART", seconds: 1234 }]);
  });
});

describe("too little", () => {
  test("for the plan is told with the packets that are there and those that are needed", () => {
    const result = compared(quiet, (flow) => firstPacketsOf(flow, 300), { hasWatermark: true });
    expect(result.verdict.word).not.toBe("match");
    const [finding] = result.findings;
    expect(finding).toMatchObject({ code: "TOO_SHORT", packets: 300 });
    expect(finding?.needed).toBeGreaterThan(300);
  });

  test("for timing too", () => {
    const result = compared(quiet, (flow) => firstPacketsOf(flow, 150));
    expect(result.verdict).toEqual({ word: "cannot-tell" });
    expect(result.findings).toEqual([{ code: "TOO_SHORT", packets: 150, needed: 200 }]);
  });

  test.each([0, 1, 2, 3])("down to flows of %d packets", (packets) => {
    const result = compared(quiet, (flow) => firstPacketsOf(flow, packets), { hasWatermark: true });
    expect(result.verdict).toEqual({ word: "cannot-tell" });
    expect(codesOf(result)).toContain("TOO_SHORT");
    expect(() => canonicalJson(result as Json)).not.toThrow();
  });

  test("and no candidates at all", () => {
    const input = testCall();
    const result = compareFlows({ ...input, second: { ...input.second, flows: [], flowsInFile: 0 } });
    expect(result.verdict).toEqual({ word: "cannot-tell" });
    expect(codesOf(result)).toContain("NO_CANDIDATES");
  });

  test("a first flow without packets", () => {
    const input = testCall(quiet);
    const first = { ...input.first, flow: firstPacketsOf(input.first.flow, 0) };
    const result = compareFlows({ ...input, first, watermark: undefined });
    expect(result.verdict).toEqual({ word: "cannot-tell" });
    expect(result.candidates[0]?.findings).toContainEqual({ code: "TOO_SHORT", packets: 0, needed: 200 });
  });
});

describe("one capture given twice", () => {
  const { first, ...input } = testCall(quiet);
  const others = input.second.flows.slice(0, 2);

  test("is one file by its hash, and agreement says nothing, not even of the watermark", () => {
    const second = { file: first.file, flows: [first.flow, ...others], flowsInFile: 3 };
    const result = compareFlows({ ...input, first, second });
    expect(codesOf(result)).toContain("SAME_FILE");
    expect(result.verdict).toEqual({ word: "cannot-tell" });
  });

  test.each<[string, PacketFlow]>([
    ["as it is", first.flow],
    ["with another clock", laterBy(first.flow, 2)],
    ["cut at its end", firstPacketsOf(first.flow, 1000)],
    ["cut at its beginning", firstPacketsOf(first.flow, -1000)],
  ])("under another hash, %s, is one recording", (_, flow) => {
    const result = compareFlows({ ...input, first, second: { ...input.second, flows: [flow, ...others] } });
    expect(result.candidates.find(({ flow: { id } }) => id === flow.summary.id)).toMatchObject({
      verdict: "cannot-tell",
      findings: expect.arrayContaining([{ code: "SAME_RECORDING" }]),
    });
    expect(result.verdict.word).not.toBe("match");
  });
});

describe("a wrong watermark", () => {
  test("is found nowhere, and not in the first flow either", () => {
    const input = testCall();
    const result = compareFlows({ ...input, watermark: testWatermark(seededRandom(99)) });
    expect(result.verdict.word).toBe("no-match");
    expect(codesOf(result)).toEqual(["MARK_NOT_IN_FIRST"]);
  });

  test("the right key with another word neither", () => {
    const input = testCall();
    const word = input.watermark.word.map((bit, place) => (place % 2 === 0 ? 1 - bit : bit));
    const result = compareFlows({ ...input, watermark: { ...input.watermark, word } });
    expect(result.verdict.word).toBe("no-match");
  });
});

describe("captures with limits", () => {
  test("that cut packets are compared by times and sizes, and say so", () => {
    const cut = (flow: PacketFlow) => ({ ...flow, summary: { ...flow.summary, cutPackets: 1500 } });
    const result = compared(quiet, cut, { hasWatermark: true });
    expect(result.verdict.word).toBe("match");
    expect(result.candidates[0]?.findings).toEqual([{ code: "PACKETS_CUT", packets: 1500 }]);
  });

  test("that left out packets of ten million say how many", () => {
    const long = (flow: PacketFlow) => ({ ...flow, summary: { ...flow.summary, packets: 10_000_000 } });
    const result = compared({ ...quiet, decoys: 0 }, long, { hasWatermark: true });
    expect(result.verdict.word).toBe("match");
    const [{ at }] = testCall({ ...quiet, decoys: 0 }).second.flows as [PacketFlow];
    expect(result.findings).toEqual([{ code: "PACKETS_LEFT_OUT", count: 10_000_000 - at.length }]);
  });

  test("beyond which flows and packets are left out, the shortest and the last", () => {
    const input = testCall(quiet);
    const limits = { candidates: 5, packetsOfFlow: 1450 };
    const result = compareFlows(input, undefined, limits);
    expect(result.candidates).toHaveLength(5);
    expect(result.findings).toEqual([
      { code: "FLOWS_LEFT_OUT", count: 4 },
      { code: "PACKETS_LEFT_OUT", count: 6 * 50 },
    ]);
  });
});

describe("a million packets in one flow", () => {
  test("are compared in seconds", { timeout: 60_000 }, () => {
    const input = testCall({ decoys: 0 });
    const random = seededRandom(6);
    const long = simulateFlow({ packets: 1_000_001, spacingMs: 20, jitterMs: 2 }, random);
    const result = compareFlows({ ...input, second: { ...input.second, flows: [long] } });
    expect(result.verdict.word).toBe("no-match");
    expect(result.findings).toContainEqual({ code: "PACKETS_LEFT_OUT", count: 1 });
  });
});

describe("candidates that are alike", () => {
  test("are all told as matches, and that none stands out", () => {
    const input = testCall({ decoys: 2 });
    const [match] = compareFlows(input).candidates;
    const found = input.second.flows.find(({ summary }) => summary.id === match?.flow.id) as PacketFlow;
    const twin = { ...found, summary: { ...found.summary, id: `${found.summary.id} #2` } };
    const flows = [...input.second.flows, twin];
    const result = compareFlows({ ...input, second: { ...input.second, flows } });
    expect(result.verdict).toEqual({ word: "match", candidate: 0, candidates: 2 });
    expect(result.findings).toContainEqual({ code: "TIES", count: 2 });
  });
});

describe("a word that is too short", () => {
  test("can never match, and that is said", () => {
    const random = seededRandom(3);
    const watermark = testWatermark(random, {
      bits: 8,
      redundancy: 12,
      distance: 1,
      shiftMs: 6,
      packets: 1400,
    });
    const input: ComparisonInput = testCall({ decoys: 8 });
    const result = compareFlows({ ...input, watermark });
    expect(result.watermark?.threshold).toBe(-1);
    expect(result.verdict.word).not.toBe("match");
    expect(result.verdict.word).not.toBe("no-match");
    expect(result.findings).toContainEqual({ code: "WORD_TOO_SHORT", count: 9 });
  });
});

describe("clocks and numbers that leap", () => {
  const leaps: [string, (flow: PacketFlow) => PacketFlow][] = [
    ["a time of 1970", (flow) => withTimeAt(flow, 700, 0)],
    ["a time of 2106", (flow) => withTimeAt(flow, 700, 4_294_967_295_000_000)],
    [
      "a clock set back by a day",
      (flow) => ({ ...flow, at: flow.at.map((at, k) => (k < 700 ? at : at - 8.64e10)) }),
    ],
    ["one time for all", (flow) => ({ ...flow, at: flow.at.map(() => flow.summary.firstAt) })],
    ["times in the wrong order", (flow) => ({ ...flow, at: flow.at.slice().reverse() })],
    ["numbers from end to end", (flow) => withNumbers(flow, (k) => (k % 2 === 0 ? 2 ** 31 - 1 : -(2 ** 31)))],
    ["one number for all", (flow) => withNumbers(flow, () => 7)],
    ["numbers that run backwards", (flow) => withNumbers(flow, (k) => 5000 - k)],
    ["numbers a thousand apart", (flow) => withNumbers(flow, (k) => 1000 * k)],
  ];

  test.each(leaps)("%s, in all candidates", (_, leap) => {
    const result = compared({ decoys: 1, hasPartner: false, path: {} }, leap, { hasWatermark: true });
    expect(["no-match", "cannot-tell", "not-compatible"]).toContain(result.verdict.word);
    expect(() => canonicalJson(result as Json)).not.toThrow();
  });

  test.each(leaps)("%s, in the first flow", (_, leap) => {
    const input = testCall({ decoys: 1, hasPartner: false, path: {} });
    const result = compareFlows({ ...input, first: { ...input.first, flow: leap(input.first.flow) } });
    expect(["no-match", "cannot-tell", "not-compatible"]).toContain(result.verdict.word);
    expect(() => canonicalJson(result as Json)).not.toThrow();
  });
});

describe("times that are no times", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1e300, 0])(
    "such as %d end in no number but JSON's",
    (at) => {
      const result = compared({ ...quiet, decoys: 1 }, (flow) => ({ ...flow, at: flow.at.map(() => at) }), {
        hasWatermark: true,
      });
      expect(result.verdict.word).not.toBe("match");
      expect(() => canonicalJson(result as Json)).not.toThrow();
    },
  );
});

function withTimeAt(flow: PacketFlow, place: number, time: number): PacketFlow {
  const at = flow.at.slice();
  at[place] = time;
  return { ...flow, at };
}

function withNumbers(flow: PacketFlow, numberOf: (place: number) => number): PacketFlow {
  return { ...flow, sequence: Int32Array.from(flow.at, (_, place) => numberOf(place)) };
}
