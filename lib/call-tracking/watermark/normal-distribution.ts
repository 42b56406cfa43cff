// The normal distribution to about 1e-15, by the two expansions of Abramowitz and Stegun 26.2.11 and 26.2.14.

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Below it the series loses nothing by subtracting from one half; above it the fraction converges fast. */
const SERIES_ENDS = 2;
const FRACTION_DEPTH = 120;

/** Chance that a normal variable of mean 0 and deviation 1 is at most x. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (Math.abs(x) <= SERIES_ENDS) return 0.5 + centralPart(x);
  return x > 0 ? 1 - upperTail(x) : upperTail(-x);
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / ROOT_TWO_PI;
}

/** From 0 to x. 26.2.11: density times x + x^3/3 + x^5/(3*5) + ... */
function centralPart(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return density(x) * sum;
}

/** From x to infinity, for positive x. 26.2.14: density over x + 1/(x + 2/(x + 3/(x + ...))). */
function upperTail(x: number): number {
  let fraction = x;
  for (let depth = FRACTION_DEPTH; depth >= 1; depth--) fraction = x + depth / fraction;
  return density(x) / fraction;
}
