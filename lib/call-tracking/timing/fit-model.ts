/** What the model is fitted to: what two flows showed, and whether they are known to be one stream. */
export type FitCase = { strength: number; expected: number; isPair: boolean };

/** Weights of the model; the sum with them is a natural logarithm. */
export type TimingWeights = { constant: number; strength: number; expected: number };

/** Below 0 strength is what chance gives, and beyond 4 it is not more telling: the tails of so few are not known. */
const STRENGTH_MOST = 4;
const EXPECTED_MOST = 12;
/** Weight of the penalty on large weights, in cases. */
const RIDGE = 0.3;
const ROUNDS = 50;

/** The measures that the weights belong to: 1, strength and expected. */
export function measuresOf(one: Omit<FitCase, "isPair">): number[] {
  return [1, Math.min(Math.max(one.strength, 0), STRENGTH_MOST), Math.min(one.expected, EXPECTED_MOST)];
}

/**
 * Logistic regression by Newton's method, with a small penalty on the weights. Pairs and non-pairs weigh the same in all,
 * so that the fitted sum is the logarithm of the likelihood ratio, whatever the share of pairs among the cases.
 */
export function fitModel(cases: FitCase[]): TimingWeights {
  const pairs = cases.filter(({ isPair }) => isPair).length;
  const fewer = Math.min(pairs, cases.length - pairs);
  const rows: Row[] = cases.map((one) => ({
    x: measuresOf(one),
    y: one.isPair ? 1 : 0,
    weight: fewer / Math.max(1, one.isPair ? pairs : cases.length - pairs),
  }));
  let weights = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) weights = newtonStep(rows, weights);
  const [constant = 0, strength = 0, expected = 0] = weights;
  return { constant, strength, expected };
}

/** The weighted sum: a natural logarithm. */
export function weighted(weights: TimingWeights, one: Omit<FitCase, "isPair">): number {
  const [, strength = 0, expected = 0] = measuresOf(one);
  return weights.constant + weights.strength * strength + weights.expected * expected;
}

type Row = { x: number[]; y: number; weight: number };

function newtonStep(rows: Row[], weights: number[]): number[] {
  const slope = weights.map((weight) => -RIDGE * weight);
  const curve = weights.map((_, i) => weights.map((_, j): number => (i === j ? RIDGE : 0)));
  for (const { x, y, weight } of rows) {
    const share = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
    const bend = weight * share * (1 - share);
    for (let i = 0; i < x.length; i++) {
      slope[i] = (slope[i] ?? 0) + weight * (y - share) * (x[i] ?? 0);
      const line = curve[i] ?? [];
      for (let j = 0; j < x.length; j++) line[j] = (line[j] ?? 0) + bend * (x[i] ?? 0) * (x[j] ?? 0);
    }
  }
  const step = solve(curve, slope);
  return weights.map((weight, i) => weight + (step[i] ?? 0));
}

/** Solves a small system by elimination; the matrix is positive definite, so no rows need to change places. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows[i] ?? [];
    const divisor = pivot[i] ?? 1;
    rows[i] = pivot.map((value) => value / divisor);
    for (let j = 0; j < rows.length; j++) if (j !== i) subtract(rows[j] ?? [], rows[i] ?? [], i);
  }
  return rows.map((line) => line.at(-1) ?? 0);
}

function subtract(line: number[], pivot: number[], column: number): void {
  const factor = line[column] ?? 0;
  for (let k = 0; k < line.length; k++) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
}
