import { medianInPlace } from "../watermark/median";

/** Shorter times lie between packets that were held up and let go together. */
const BURST_MS = 2;
/** How far one spacing may be from the usual one and still be of the same rhythm. */
const NEAR = 0.25;
/** Spacings are chosen in whole milliseconds; a mean within this share of one is taken for it. */
const ROUNDING = 0.01;

/**
 * Time between two packets of a flow while somebody speaks, in milliseconds; undefined where packets mostly come in
 * bursts, so that no spacing can be read from them. `at`: milliseconds, rising.
 */
export function spacingOf(at: Float64Array): number | undefined {
  const gaps = new Float64Array(at.length);
  let count = 0;
  for (let place = 1; place < at.length; place++) {
    const gap = (at[place] ?? 0) - (at[place - 1] ?? 0);
    if (gap > BURST_MS) gaps[count++] = gap;
  }
  const usual = medianInPlace(gaps, count);
  let sum = 0;
  let near = 0;
  for (let place = 0; place < count; place++) {
    const gap = gaps[place] ?? 0;
    if (Math.abs(gap - usual) > NEAR * usual) continue;
    sum += gap;
    near++;
  }
  return 2 * near > at.length ? roundedSpacing(sum / near) : undefined;
}

function roundedSpacing(spacing: number): number {
  const whole = Math.round(spacing);
  return Math.abs(spacing - whole) < ROUNDING * whole ? whole : spacing;
}
