import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { evaluateScores, fitTimingModel, scoreLeavingCallsOut } from "./evaluate-model";
import { timingModel, wholeCallModel } from "./fitted-model";
import { labelPairs } from "./labelled-pairs";
import { readKnownCalls } from "./test-known-calls";

const folder = "../shared/samples/voip-pairs";

test("the tables of non-pairs are as long as they say and fall", () => {
  for (const { nonPairs, nonPairScores } of [timingModel, wholeCallModel]) {
    expect(nonPairScores).toHaveLength(nonPairs);
    expect([...nonPairScores].sort((a, b) => b - a)).toEqual(nonPairScores);
  }
});

describe.skipIf(!existsSync(folder))("known calls (skipped where the samples are absent)", () => {
  const known = existsSync(folder) ? labelPairs(readKnownCalls(folder), { clockErrorSeconds: 0.5 }) : [];

  test.each([
    ["flows of which nothing more is known", timingModel, false],
    ["whole calls", wholeCallModel, true],
  ] as const)("fitting anew gives the model for %s", (_, model, useLoose) => {
    const fitted = fitTimingModel(known, useLoose);
    expect([fitted.pairs, fitted.nonPairs]).toEqual([model.pairs, model.nonPairs]);
    for (const name of ["constant", "strength", "expected", "loose"] as const)
      expect(fitted.weights[name]).toBeCloseTo(model.weights[name], 1.7);
  });

  const scored = scoreLeavingCallsOut(known);
  const of = (path: string) =>
    evaluateScores(
      scored.filter((one) => one.path === path),
      seededRandom(1),
      50,
    );

  test("straight paths: calls that were left out are told apart far better than by spacings alone", () => {
    const rates = of("non-tor");
    expect(rates.areaUnderCurve).toBeGreaterThan(0.97);
    expect(rates.foundAtOnePercent).toBeGreaterThan(0.8);
    expect(rates.low.areaUnderCurve).toBeGreaterThan(0.91);
  });

  test("through Tor: better than by spacings alone, and no non-pair is called likely", () => {
    expect(of("tor").areaUnderCurve).toBeGreaterThan(0.7);
    const highest = Math.max(...scored.filter(({ isPair }) => !isPair).map(({ score }) => score));
    expect(highest).toBeLessThan(1);
  });
});
