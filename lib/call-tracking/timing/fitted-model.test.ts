import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { scoreWithLengths } from "./evaluate-lengths";
import { fitTimingModel, scoreLeavingCallsOut } from "./evaluate-model";
import { evaluateTiming, type TimingMeasure } from "./evaluate-timing";
import { timingModel, wholeCallScores } from "./fitted-model";
import { labelPairs } from "./labelled-pairs";
import { readKnownCalls } from "./test-known-calls";

const folder = "../shared/samples/voip-pairs";

test("the tables of non-pairs are as long as they say and fall", () => {
  for (const scores of [timingModel.nonPairScores, wholeCallScores]) {
    expect(scores).toHaveLength(timingModel.nonPairs);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  }
});

describe.skipIf(!existsSync(folder))("known calls (skipped where the samples are absent)", () => {
  const flows = existsSync(folder) ? readKnownCalls(folder) : [];
  const known = labelPairs(flows, { clockErrorSeconds: 0.5 });
  const scored = scoreLeavingCallsOut(known);
  const rows = evaluateTiming(flows, () => seededRandom(1));
  const row = (path: string, measure: TimingMeasure, nonPairsOf = "same-direction") => {
    const found = rows.find(
      (one) => one.path === path && one.measure === measure && one.nonPairsOf === nonPairsOf,
    );
    if (!found) throw new Error(`no row ${path} ${measure}`);
    return found;
  };

  test("fitting anew gives the model", () => {
    const fitted = fitTimingModel(known);
    expect([fitted.pairs, fitted.nonPairs]).toEqual([timingModel.pairs, timingModel.nonPairs]);
    for (const name of ["constant", "strength", "expected"] as const)
      expect(fitted.weights[name]).toBeCloseTo(timingModel.weights[name], 1.7);
  });

  test("the non-pairs give the tables anew", () => {
    const whole = scoreWithLengths(scored, { lengths: "lengths", hasCohort: true });
    for (const [cases, table] of [
      [scored, timingModel.nonPairScores],
      [whole, wholeCallScores],
    ] as const) {
      const strangers = cases.filter(({ isPair, isSameDirection }) => !isPair && isSameDirection);
      const sorted = strangers.map(({ score }) => score).sort((a, b) => b - a);
      for (const [place, score] of sorted.entries())
        expect(Math.abs(score - (table[place] ?? 9))).toBeLessThan(0.02);
    }
  });

  test("straight paths: calls that were left out are told apart far better than by spacings alone", () => {
    for (const measure of ["timing", "lengths-stand-out", "both-ways-stand-out"] as const) {
      const { areaUnderCurve, foundAtOnePercent, low } = row("non-tor", measure);
      expect(areaUnderCurve).toBeGreaterThan(0.99);
      expect(foundAtOnePercent).toBeGreaterThan(0.9);
      expect(low.areaUnderCurve).toBeGreaterThan(0.97);
    }
  });

  test("through Tor, captures that cut the call off tell next to nothing, and nothing is called likely", () => {
    expect(row("tor", "timing", "both-directions").areaUnderCurve).toBeGreaterThan(0.7);
    const highest = Math.max(...scored.filter(({ isPair }) => !isPair).map(({ score }) => score));
    expect(highest).toBeLessThan(1);
  });

  test("through Tor, whole calls are told apart better than by spacings, and best by both directions", () => {
    const alone = row("tor", "lengths");
    const standingOut = row("tor", "lengths-stand-out");
    expect(standingOut.areaUnderCurve).toBeGreaterThan(alone.areaUnderCurve + 0.05);
    expect(standingOut.low.areaUnderCurve).toBeGreaterThan(0.81);
    expect(standingOut.foundAtOnePercent).toBeGreaterThan(0.12);
    const bothWays = row("tor", "both-ways-stand-out", "both-directions");
    expect(bothWays.areaUnderCurve).toBeGreaterThan(0.95);
    expect(bothWays.foundAtOnePercent).toBeGreaterThan(0.7);
  });
});
