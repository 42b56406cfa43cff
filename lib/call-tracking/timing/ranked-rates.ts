/** How well scores tell pairs from non-pairs. NaN where there is none of either. */
export type Rates = {
  /** Chance that a pair scores higher than a non-pair, ties counted half: 0.5 is chance. */
  areaUnderCurve: number;
  /** Share of pairs above the score that at most 1 % of the non-pairs reach. */
  foundAtOnePercent: number;
};

export type RankedCase = { score: number; isPair: boolean; weight: number };

const FALSE_SHARE = 0.01;

export function rankedRates(cases: RankedCase[]): Rates {
  const steps = stepsOf(cases);
  const pairs = steps.reduce((sum, step) => sum + step.pairs, 0);
  const nonPairs = steps.reduce((sum, step) => sum + step.nonPairs, 0);
  let pairsAbove = 0;
  let nonPairsAbove = 0;
  let area = 0;
  let found = 0;
  for (const step of steps) {
    area += step.nonPairs * (pairsAbove + step.pairs / 2);
    pairsAbove += step.pairs;
    nonPairsAbove += step.nonPairs;
    if (nonPairsAbove <= FALSE_SHARE * nonPairs) found = pairsAbove;
  }
  return { areaUnderCurve: area / (pairs * nonPairs), foundAtOnePercent: found / pairs };
}

/** Pairs and non-pairs of each score, from the highest down. */
function stepsOf(cases: RankedCase[]): { pairs: number; nonPairs: number }[] {
  const steps = new Map<number, { pairs: number; nonPairs: number }>();
  for (const { score, isPair, weight } of cases) {
    const step = steps.get(score) ?? { pairs: 0, nonPairs: 0 };
    if (isPair) step.pairs += weight;
    else step.nonPairs += weight;
    steps.set(score, step);
  }
  return [...steps].sort(([a], [b]) => b - a).map(([, step]) => step);
}
