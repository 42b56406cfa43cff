import { medianOf } from "./median-of";

/** What each spacing of a flow says about having been widened (above 0) or narrowed (below 0); 0 where it is not whole. */
export type SpacingScores = {
  values: Float64Array;
  /** 1 where both packets of a spacing were seen. */
  isWhole: Uint8Array;
  /** Mean square of the whole ones. */
  variance: number;
};

/** Milliseconds of one bar of the histogram, and how far it reaches to both sides of the median. */
const barMs = 0.5;
const reachMs = 200;
/** What a packet's delay does to the spacings before and behind it is taken in with this part. */
const neighbourPart = 0.3;

/**
 * Scores the spacings of packets `distance` apart by the flow's own habits. With h(x) the smoothed histogram of all its
 * spacings, a spacing x that a mark widened by the shift a was x - a before, and one that it narrowed was x + a, so
 *   score(x) = (h(x - a) - h(x + a)) / (h(x - a) + h(x + a) + 1).
 * For normal jitter that is nearly x itself (the paper's mean, which is best there); spacings far from all others score
 * about 0, so that stalls have no vote; and where packets come in bursts, as out of Tor, it knows that spacings of
 * nothing, of the shift and of a burst's gap mean different things. Times in microseconds, NaN where a packet is missing.
 */
export function scoreSpacings(times: Float64Array, distance: number, shiftMs: number): SpacingScores {
  const spacings = spacingsOf(times, distance);
  const isWhole = Uint8Array.from(spacings, (spacing) => (Number.isNaN(spacing) ? 0 : 1));
  const present = spacings.filter((_, k) => isWhole[k] === 1);
  const count = Math.max(1, present.length);
  const table = scoreTable(present, shiftMs);
  let sum = 0;
  for (let k = 0; k < spacings.length; k++) {
    const bar = isWhole[k] === 1 ? barOf(spacings[k] as number, table.from) : -1;
    spacings[k] = table.scores[bar] ?? 0;
    sum += spacings[k] as number;
  }
  centre(spacings, isWhole, sum / count);
  return lessNeighbours({ values: spacings, isWhole, variance: 0 }, distance, count);
}

function spacingsOf(times: Float64Array, distance: number): Float64Array {
  const spacings = new Float64Array(times.length).fill(Number.NaN);
  for (let k = 0; k + distance < times.length; k++) {
    spacings[k] = ((times[k + distance] as number) - (times[k] as number)) / 1000;
  }
  return spacings;
}

const barOf = (spacing: number, from: number) => Math.floor((spacing - from) / barMs);

/** The score of each bar. Puts `present` out of order. */
function scoreTable(present: Float64Array, shiftMs: number): { scores: Float64Array; from: number } {
  const middle = medianOf(present);
  const from = middle - reachMs;
  const bars = new Float64Array(Math.ceil((2 * reachMs) / barMs));
  for (const spacing of present) {
    const bar = barOf(spacing, from);
    if (bar >= 0 && bar < bars.length) bars[bar] = (bars[bar] as number) + 1;
  }
  for (let k = 0; k < present.length; k++) present[k] = Math.abs((present[k] as number) - middle);
  const width = Math.max(2, (1.4826 * medianOf(present)) / 2);
  const smooth = smoothed(smoothed(bars, width), width);
  const step = Math.round(shiftMs / barMs);
  const scores = bars.map((_, bar) => {
    const widened = smooth[bar - step] ?? 0;
    const narrowed = smooth[bar + step] ?? 0;
    return (widened - narrowed) / (widened + narrowed + 1);
  });
  return { scores, from };
}

/** Mean over so many milliseconds to both sides. */
function smoothed(bars: Float64Array, widthMs: number): Float64Array {
  const reach = Math.min(bars.length, Math.round(widthMs / barMs));
  const upTo = new Float64Array(bars.length + 1);
  bars.forEach((count, bar) => {
    upTo[bar + 1] = (upTo[bar] as number) + count;
  });
  return bars.map((_, bar) => {
    const high = upTo[Math.min(bars.length, bar + reach + 1)] as number;
    return (high - (upTo[Math.max(0, bar - reach)] as number)) / (2 * reach + 1);
  });
}

/** Takes the mean away from all whole spacings. */
function centre(values: Float64Array, isWhole: Uint8Array, mean: number): void {
  for (let k = 0; k < values.length; k++) {
    if (isWhole[k] === 1) values[k] = (values[k] as number) - mean;
  }
}

/**
 * Whatever delays a packet widens the spacing before it and narrows the one behind it, so the neighbours of a pair know
 * something of it too. With jitter of its own on every packet that gains nothing and costs little; in bursts it gains.
 */
function lessNeighbours({ values, isWhole }: SpacingScores, distance: number, count: number): SpacingScores {
  const filtered = new Float64Array(values.length);
  let squares = 0;
  for (let k = 0; k < values.length; k++) {
    if (isWhole[k] === 0) continue;
    const before = k < distance ? 0 : (values[k - distance] as number);
    const behind = k + distance >= values.length ? 0 : (values[k + distance] as number);
    filtered[k] = (values[k] as number) - neighbourPart * (before + behind);
    squares += (filtered[k] as number) ** 2;
  }
  return { values: filtered, isWhole, variance: squares / count };
}
