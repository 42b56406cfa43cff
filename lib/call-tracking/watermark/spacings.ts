import { medianInPlace } from "./median";
import type { Decoder } from "./watermark";

/** Spacings of a flow about their centre, in microseconds; NaN where one of the two packets is missing. */
export type Spacings = {
  /** Entry k: time of packet k + distance less time of packet k. Only the first `count` entries are of this flow. */
  values: Float64Array;
  count: number;
  /** Mean square of what is known: the variance of one spacing. */
  variance: number;
};

/** Spacings further out than this, or than 1.5 standard deviations by the median deviation if that is more, are cut. */
const SMALLEST_CLIP = 5000;
const CLIP_DEVIATIONS = 1.5;
/** Median absolute deviation to standard deviation, of a normal distribution. */
const NORMAL_MAD = 1.4826;

/** Reads spacings again and again without new memory, unless a flow is longer than any before. */
export type SpacingReader = { read(times: Float64Array, decoder: Decoder): Spacings };

/**
 * A reader of the spacings between packets `distance` apart: less their mean ("mean"), or less their median and clipped to
 * a few robust standard deviations ("clipped"), so that a stalled packet counts no more than any other far one.
 */
export function createSpacingReader(distance: number): SpacingReader {
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
      else clip(spacings, scratch);
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

function clip(spacings: Spacings, scratch: Float64Array): void {
  const { values, count } = spacings;
  centre(spacings, medianInPlace(scratch, copyKnown(spacings, scratch)));
  const known = copyKnown(spacings, scratch);
  for (let k = 0; k < known; k++) scratch[k] = Math.abs(scratch[k] ?? 0);
  const width = Math.max(SMALLEST_CLIP, CLIP_DEVIATIONS * NORMAL_MAD * medianInPlace(scratch, known));
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? 0;
    if (value > width) values[k] = width;
    else if (value < -width) values[k] = -width;
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
