import { describe, expect, test } from "vitest";
import type { LengthAgreement } from "./call-length";
import { lengthWeights, standOut } from "./stand-out";
import type { TimingResult } from "./timing-result";

function result(lengths?: LengthAgreement, logLikelihoodRatio = 0): TimingResult {
  const rest = {
    lagPackets: 0,
    lagMs: 0,
    driftPpm: 0,
    comparedPackets: 1000,
    overlapSeconds: 20,
    features: {},
  };
  return { ...rest, ...(lengths && { lengths }), logLikelihoodRatio, falseMatch: 0.5 };
}

const { log10 } = Math;
const many = (count: number, one: LengthAgreement) => Array.from({ length: count }, () => one);

describe("the length of a whole call", () => {
  test.each<[title: string, lengths: LengthAgreement[], weightOfFirst: number]>([
    ["is worth a little without other candidates", ["same"], log10(0.8 * 3)],
    ["is worth more where one of seven alone has it", ["same", ...many(6, "near")], log10(0.8 * 9)],
    ["is worth next to nothing where all have it", many(7, "same"), log10((0.8 * 9) / 7)],
    ["is worth no more than fiftyfold, however many lack it", ["same", ...many(999, "other")], log10(40)],
    ["speaks against, where only the time agrees", ["near"], log10(0.18 * 3)],
    ["speaks more against where not even that agrees", ["other"], log10(0.02 * 3)],
    [
      "may speak for where only the time agrees, and no other does even that",
      ["near", ...many(97, "other")],
      log10(0.18 * 50),
    ],
  ])("%s", (_, lengths, weightOfFirst) => {
    expect(lengthWeights(lengths)[0]).toBeCloseTo(weightOfFirst, 9);
  });
});

describe("standing out among the candidates", () => {
  test("of equal timing the one whose length no other has ranks first, and the share of strangers falls", () => {
    const [first, ...others] = standOut([result("same"), result("near"), result("near"), result("near")]);
    for (const other of others) {
      expect(first?.logLikelihoodRatio).toBeGreaterThan(other?.logLikelihoodRatio ?? 9);
      expect(first?.falseMatch).toBeLessThan(other?.falseMatch ?? 0);
    }
  });

  test("the order of the candidates does not matter", () => {
    const all = [result("same", 1), result("near", 0.5), undefined, result("same", -1), result("other")];
    expect(standOut(all.toReversed()).toReversed()).toEqual(standOut(all));
  });

  test("flows that were not captured whole, or not compared, are neither changed nor counted", () => {
    const cut = result(undefined, 1.5);
    const [one, two, three] = standOut([cut, result("same"), undefined]);
    expect([one, three]).toEqual([cut, undefined]);
    expect(two).toEqual(standOut([result("same")])[0]);
    expect(standOut([])).toEqual([]);
  });

  test("length alone never outweighs a rhythm that is missing where it should be", () => {
    const all = [result("same", -0.93), ...Array.from({ length: 999 }, () => result("other", -0.93))];
    expect(standOut(all)[0]?.logLikelihoodRatio).toBeLessThan(1);
  });

  test("of few candidates none gets far by its length", () => {
    const all = [result("same"), ...Array.from({ length: 6 }, () => result("other"))];
    expect(standOut(all)[0]?.logLikelihoodRatio).toBeLessThan(1);
  });

  test("the share of strangers is never below one in their number", () => {
    expect(standOut([result("same", 9)])[0]?.falseMatch).toBeCloseTo(1 / 142, 9);
  });
});
