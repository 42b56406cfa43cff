import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "@/lib/platform/canonical-json";
import { compareFlows } from "./compare-flows";
import type { ComparisonResult } from "./comparison-result";
import { type TestCall, testCall, testComparison } from "./test-comparison";

/** Telephones with a rhythm of their own over a quiet line, so that timing alone has something to find. */
const quiet: TestCall = {
  source: { jitterMs: 3 },
  path: { delayMs: 40, jitterMs: 0.3, hidesHeaders: true },
};
const withHeaders: TestCall = { path: { delayMs: 40, jitterMs: 2 } };

const bytesOf = (result: ComparisonResult) => canonicalJson(result as Json);
const partner = "udp 192.0.2.1:4018 > 198.51.100.2:5018";

describe("the far end of a marked call", () => {
  const result = testComparison();
  const [best, ...others] = result.candidates;

  test("is a match among other calls, and the only one", () => {
    expect(result.verdict).toEqual({ word: "match", candidate: 0, candidates: 1 });
    expect(best?.flow.id).toBe(partner);
    expect(others.map(({ verdict }) => verdict)).toEqual(Array(8).fill("no-match"));
  });

  test("is told with its distance, what chance would give, and a plot of its bits", () => {
    expect(best?.mark?.distance).toBeLessThanOrEqual(result.watermark?.threshold ?? -1);
    expect(best?.mark?.expectedFalseMatches).toBeCloseTo(9 * (best?.mark?.falseMatch ?? 1), 9);
    expect(best?.plots?.bits).toHaveLength(24);
    const differing = best?.plots?.bits?.filter(({ expected, read }) => expected !== read);
    expect(differing).toHaveLength(best?.mark?.distance ?? -1);
  });

  test("is found without the first flow too, which then leaves timing untested", () => {
    const alone = testComparison({}, "first");
    expect(alone.verdict).toEqual({ word: "match", candidate: 0, candidates: 1 });
    expect(alone.untested).toEqual(["TIMING", "CONTENT", "PERSON"]);
  });

  test("is no match where it is not among the candidates", () => {
    const absent = testComparison({ hasPartner: false });
    expect(absent.verdict).toEqual({ word: "no-match", candidates: 8 });
  });
});

describe("without a watermark", () => {
  test("timing earns compatible and never more", () => {
    const result = testComparison(quiet, "watermark");
    expect(result.verdict).toMatchObject({ word: "compatible", candidate: 0 });
    expect(result.candidates[0]?.flow.id).toBe(partner);
    expect(result.candidates[0]?.plots?.delay?.length).toBeGreaterThan(100);
    expect(result.untested).toContain("WATERMARK");
  });

  test("timing scores stand beside as many known non-pairs", () => {
    const { timingScores = [] } = testComparison(quiet, "watermark");
    const sum = (pick: "candidates" | "knownNonPairs") =>
      timingScores.reduce((total, score) => total + score[pick], 0);
    expect(sum("candidates")).toBe(9);
    expect(sum("knownNonPairs")).toBeCloseTo(9, 3);
  });

  test("headers that name the same source, numbers and times are the same stream, and other sources are not", () => {
    const result = testComparison(withHeaders, "watermark");
    expect(result.verdict).toEqual({ word: "same-stream", candidate: 0, candidates: 1 });
    expect(result.candidates[0]?.stream).toEqual({
      sameSource: true,
      sharedPackets: 1500,
      agreeingPackets: 1500,
    });
  });
});

describe("the same inputs give the same bytes", () => {
  test("twice", () => {
    expect(bytesOf(testComparison())).toBe(bytesOf(testComparison()));
  });

  test("in whatever order the candidates are given", () => {
    const input = testCall();
    const turned = { ...input, second: { ...input.second, flows: [...input.second.flows].reverse() } };
    expect(bytesOf(compareFlows(turned))).toBe(bytesOf(compareFlows(input)));
  });

  test("and no number has more than six digits but whole ones", () => {
    const long = bytesOf(testComparison(quiet)).match(/-?\d+\.\d+(e-?\d+)?/g) ?? [];
    const digits = long.map((number) => number.replace(/e.*/, "").replace(/^-?0*\.?0*|\./g, "").length);
    expect(long.length).toBeGreaterThan(100);
    expect(Math.max(...digits)).toBeLessThanOrEqual(6);
  });
});

test("progress is told after each candidate", () => {
  const told: string[] = [];
  compareFlows(testCall({ decoys: 2 }), (done, of) => told.push(`${done} of ${of}`));
  expect(told).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
});

test("a match is no match as soon as fewer false matches are borne than its distance allows", () => {
  const input = testCall();
  const strict = compareFlows({ ...input, settings: { ...input.settings, falseMatches: 0.000001 } });
  expect(strict.watermark?.threshold).toBe(0);
  const { distance = 0 } = strict.candidates[0]?.mark ?? {};
  expect(strict.verdict.word).toBe(distance === 0 ? "match" : "no-match");
});
