/** Sizes that vary less than this, as a share of their mean, say nothing. */
const LEAST_VARIATION = 0.03;
/** With fewer different sizes a constant stretch agrees with any other. */
const FEWEST_SIZES = 8;

/**
 * By how much each packet is larger than the one before; empty where a flow's sizes hardly vary. Differences, because
 * sizes themselves rise and fall slowly with speech and so agree at many lags.
 */
export function sizeSeriesOf(bytes: Uint16Array): Float64Array {
  let sum = 0;
  for (const size of bytes) sum += size;
  const mean = sum / Math.max(1, bytes.length);
  let squares = 0;
  for (const size of bytes) squares += (size - mean) * (size - mean);
  const variance = squares / Math.max(1, bytes.length);
  if (Math.sqrt(variance) < LEAST_VARIATION * mean || !hasManySizes(bytes)) return new Float64Array(0);
  const series = new Float64Array(bytes.length);
  for (let place = 1; place < bytes.length; place++)
    series[place] = (bytes[place] ?? 0) - (bytes[place - 1] ?? 0);
  return series;
}

function hasManySizes(bytes: Uint16Array): boolean {
  const seen: number[] = [];
  for (const size of bytes) {
    if (!seen.includes(size)) seen.push(size);
    if (seen.length >= FEWEST_SIZES) return true;
  }
  return false;
}
