import { describe, expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { fitModel, weighted } from "./fit-model";
import { rankedRates } from "./ranked-rates";
import type { TimingEvidence } from "./timing-evidence";
import { weighEvidence } from "./weigh-evidence";

const model = {
  weights: { constant: 0, strength: Math.LN10, expected: -Math.LN10 / 10 },
  pairs: 9,
  nonPairs: 999,
};

function evidence(strength: number, rest: Partial<TimingEvidence> = {}): TimingEvidence {
  const jitter = { lag: 0, correlation: 0, deviations: 0, strength, compared: 1000 };
  return { lagPackets: 0, jitter, expected: 0, ...rest };
}

describe("the weight of evidence, in powers of ten", () => {
  test.each<[title: string, given: TimingEvidence, ratio: number]>([
    ["chance agreement where none is expected says nothing", evidence(-0.5), 0],
    ["without a rhythm nothing is said", { ...evidence(0), jitter: undefined }, 0],
    ["two beyond chance", evidence(2), Math.log10(0.1 + 0.9 * 100)],
    ["no more than so few non-pairs can show", evidence(9), Math.log10(0.1 + 0.9 * 1000)],
    ["missing where it is expected", evidence(0, { expected: 10 }), Math.log10(0.1 + 0.9 * 0.1)],
    ["silences that agree add nothing", evidence(0, { silences: 1, silencesFollowed: 1 }), 0],
    ["silences elsewhere", evidence(0, { silences: 0, silencesFollowed: 0 }), -Math.log10(60)],
    [
      "silences a little elsewhere, as after losses",
      evidence(0, { silences: 0, silencesFollowed: 1 }),
      -Math.log10(2),
    ],
    ["sizes that agree add nothing", evidence(0, { sizes: 1 }), 0],
    ["other sizes", evidence(0, { sizes: 0 }), -1],
    ["other sizes, yet each packet as early or late", evidence(2, { sizes: 0 }), Math.log10(90.1)],
  ])("%s", (_, given, ratio) => {
    expect(weighEvidence(given, model)).toBeCloseTo(ratio, 9);
  });

  test("a missing rhythm alone never reaches ten to one against, as a gateway may have taken it away", () => {
    const least = weighEvidence(evidence(0, { expected: 1e9 }), { ...model, pairs: 1e9 });
    expect(least).toBeGreaterThan(-1);
  });
});

describe("the fit", () => {
  test("finds the weights that made the cases", () => {
    const random = seededRandom(8);
    const made = { constant: -1, strength: 1.5, expected: -0.25 };
    const cases = Array.from({ length: 20_000 }, () => {
      const one = { strength: 4 * random(), expected: 12 * random() };
      return { ...one, isPair: random() < 1 / (1 + Math.exp(-weighted(made, one))) };
    });
    const fitted = fitModel(cases);
    expect(fitted.strength).toBeCloseTo(1.5, 0.9);
    expect(fitted.expected).toBeCloseTo(-0.25, 1);
  });

  test("gives the same weights when every non-pair is there three times", () => {
    const random = seededRandom(9);
    const cases = Array.from({ length: 300 }, (_, place) => ({
      strength: 3 * random() + (place % 3 ? 0 : 1),
      expected: 8 * random(),
      loose: 0,
      isPair: place % 3 === 0,
    }));
    const more = cases.flatMap((one) => (one.isPair ? [one] : [one, one, one]));
    const [once, thrice] = [cases, more].map((some) => fitModel(some));
    expect(thrice?.constant).toBeCloseTo(once?.constant ?? 0, 6);
    expect(thrice?.strength).toBeCloseTo(once?.strength ?? 0, 6);
  });

  test("stays finite when pairs and non-pairs lie wholly apart, or all are alike", () => {
    const apart = [0, 0, 4, 4].map((strength) => ({ strength, expected: 0, isPair: strength > 2 }));
    const alike = apart.map((one) => ({ ...one, strength: 1, isPair: true }));
    for (const cases of [apart, alike, []])
      for (const weight of Object.values(fitModel(cases))) expect(weight).toSatisfy(Number.isFinite);
  });
});

describe("ranked rates, by hand", () => {
  const ranked = (pairs: number[], nonPairs: number[]) =>
    rankedRates([
      ...pairs.map((score) => ({ score, isPair: true, weight: 1 })),
      ...nonPairs.map((score) => ({ score, isPair: false, weight: 1 })),
    ]);

  test("of four comparisons three are won and one is a tie", () => {
    expect(ranked([3, 2], [1, 2])).toEqual({ areaUnderCurve: 3.5 / 4, foundAtOnePercent: 0.5 });
  });

  test("one non-pair of a hundred may score higher", () => {
    const nonPairs = Array.from({ length: 100 }, (_, place) => (place === 0 ? 9 : 0));
    expect(ranked([8, 1, -1], nonPairs).foundAtOnePercent).toBeCloseTo(2 / 3, 9);
  });
});
