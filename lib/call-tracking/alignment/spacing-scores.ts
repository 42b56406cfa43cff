import { medianOf } from "./median-of";

/** What each spacing of a flow says about having been widened (above 0) or narrowed (below 0); 0 where it is not whole. */
export type SpacingScores = {
  values: Float64Array;
  /** whole[k]: how many of the spacings before k are whole, with both packets seen. */
  whole: Int32Array;
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
  const present = spacings.filter((spacing) => !Number.isNaN(spacing));
  const table = scoreTable(present, shiftMs);
  const whole = new Int32Array(spacings.length + 1);
  let sum = 0;
  for (let k = 0; k < spacings.length; k++) {
    const missing = Number.isNaN(spacings[k] as number);
    whole[k + 1] = (whole[k] as number) + (missing ? 0 : 1);
    spacings[k] = missing ? 0 : (table.scores[barOf(spacings[k] as number, table.from)] ?? 0);
    sum += spacings[k] as number;
  }
  centre(spacings, whole, sum / Math.max(1, present.length));
  return lessNeighbours(spacings, whole, distance);
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
  const width = Math.max(+(process.env.WM ?? 2), 1.4826 * medianOf(present) * +(process.env.WS ?? .5));
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
function centre(values: Float64Array, whole: Int32Array, mean: number): void {
  for (let k = 0; k < values.length; k++) {
    if (whole[k + 1] !== whole[k]) values[k] = (values[k] as number) - mean;
  }
}

/**
 * Whatever delays a packet widens the spacing before it and narrows the one behind it, so the neighbours of a pair know
 * something of it too. With jitter of its own on every packet that gains nothing and costs little; in bursts it gains.
 */
function lessNeighbours(values: Float64Array, whole: Int32Array, distance: number): SpacingScores {
  const filtered = new Float64Array(values.length);
  let squares = 0;
  for (let k = 0; k < values.length; k++) {
    if (whole[k + 1] === whole[k]) continue;
    const around = (values[k - distance] ?? 0) + (values[k + distance] ?? 0);
    filtered[k] = (values[k] as number) - neighbourPart * around;
    squares += (filtered[k] as number) ** 2;
  }
  return { values: filtered, whole, variance: squares / Math.max(1, whole[values.length] as number) };
}
