import { medianInPlace } from "./median";
import type { Decoder, WatermarkParameters } from "./watermark";

/** Spacings of a flow about their centre, in microseconds; NaN where one of the two packets is missing. */
export type Spacings = {
  /** Entry k: time of packet k + distance less time of packet k. Only the first `count` entries are of this flow. */
  values: Float64Array;
  count: number;
  /** Mean square of what is known: the variance of one spacing. */
  variance: number;
};

/** What counts as far out: this many standard deviations by the median deviation, */
const FAR_DEVIATIONS = 1.5;
/** but no less than 5 ms when clipping, so that quiet flows are left as they are. */
const SMALLEST_CLIP = 5000;
/** Median absolute deviation to standard deviation, of a normal distribution. */
const NORMAL_MAD = 1.4826;

export type SpacingSettings = Pick<WatermarkParameters, "distance" | "shiftMs">;

/** Reads spacings again and again without new memory, unless a flow is longer than any before. */
export type SpacingReader = { read(times: Float64Array, decoder: Decoder): Spacings };

/**
 * A reader of the spacings between packets `distance` apart.
 *
 * "mean": less their mean. "clipped": less their median and cut at c = max(5 ms, 1.5 * 1.4826 * median deviation), so that
 * a stalled packet counts no more than any other far one. "weighted": less their median, x becomes x / (1 + (x / s)^2)
 * with s = max(shift, 1.5 * 1.4826 * median deviation), the score of a Cauchy distribution of that width: a spacing far
 * beyond s counts for almost nothing. In normal noise 100 pairs are worth 96 when clipped and 87 when weighted.
 */
export function createSpacingReader({ distance, shiftMs }: SpacingSettings): SpacingReader {
  let scratch = new Float64Array(0);
  const spacings: Spacings = { values: new Float64Array(0), count: 0, variance: 0 };
  return {
    read(times, decoder) {
      spacings.count = Math.max(0, times.length - distance);
      if (spacings.values.length < spacings.count) {
        spacings.values = new Float64Array(spacings.count);
        scratch = new Float64Array(spacings.count);
      }
      subtract(times, distance, spacings);
      if (decoder === "mean") centre(spacings, meanOf(spacings));
      else {
        const far = FAR_DEVIATIONS * centreAtMedian(spacings, scratch);
        if (decoder === "clipped") clip(spacings, Math.max(SMALLEST_CLIP, far));
        else weigh(spacings, Math.max(1000 * shiftMs, far));
      }
      spacings.variance = meanSquareOf(spacings);
      return spacings;
    },
  };
}

function subtract(times: Float64Array, distance: number, { values, count }: Spacings): void {
  for (let k = 0; k < count; k++) values[k] = (times[k + distance] ?? Number.NaN) - (times[k] ?? Number.NaN);
}

function centre({ values, count }: Spacings, centreAt: number): void {
  for (let k = 0; k < count; k++) values[k] = (values[k] ?? 0) - centreAt;
}

/** Centres the spacings at their median; their standard deviation as the median deviation has it. */
function centreAtMedian(spacings: Spacings, scratch: Float64Array): number {
  centre(spacings, medianInPlace(scratch, copyKnown(spacings, scratch)));
  const known = copyKnown(spacings, scratch);
  for (let k = 0; k < known; k++) scratch[k] = Math.abs(scratch[k] ?? 0);
  return known === 0 ? 0 : NORMAL_MAD * medianInPlace(scratch, known);
}

function clip({ values, count }: Spacings, width: number): void {
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? 0;
    if (value > width) values[k] = width;
    else if (value < -width) values[k] = -width;
  }
}

function weigh({ values, count }: Spacings, width: number): void {
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? 0;
    values[k] = value / (1 + (value / width) ** 2);
  }
}

function copyKnown({ values, count }: Spacings, into: Float64Array): number {
  let known = 0;
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? 0;
    if (!Number.isNaN(value)) into[known++] = value;
  }
  return known;
}

function meanOf({ values, count }: Spacings): number {
  let sum = 0;
  let known = 0;
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return sum / known;
}

function meanSquareOf({ values, count }: Spacings): number {
  let sum = 0;
  let known = 0;
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += value * value;
    known++;
  }
  return known === 0 ? 0 : sum / known;
}
