import { medianOf } from "./median-of";

/** Packet times in use, in microseconds (RFC 3551 section 4.2 names 20 ms; many codecs allow the others). */
const usualPacketTimes = [10, 15, 20, 30, 40, 60, 80, 100, 120].map((ms) => ms * 1000);
/** Longer spacings are silences or stalls. */
const longestSpacing = 500_000;
/** Spacings looked at. */
const enough = 2000;

/**
 * The time from one packet to the next as they were sent, in microseconds. Where most spacings agree it is their median;
 * where packets come in bursts the median is next to nothing, and it is the usual packet time nearest to the mean.
 * `times`: in order.
 */
export function packetTimeOf(times: Float64Array): number {
  const spacings = new Float64Array(Math.max(0, Math.min(times.length - 1, enough)));
  let sum = 0;
  for (let k = 0; k < spacings.length; k++) {
    spacings[k] = (times[k + 1] as number) - (times[k] as number);
    sum += Math.min(spacings[k] as number, longestSpacing);
  }
  const middle = medianOf(spacings);
  const off = medianOf(spacings.map((spacing) => Math.abs(spacing - middle)));
  if (off >= middle / 4) return nearestUsual(sum / Math.max(1, spacings.length));
  const usual = nearestUsual(middle);
  return Math.abs(usual - middle) < middle / 20 ? usual : middle;
}

function nearestUsual(guess: number): number {
  const ratio = (usual: number) => Math.abs(Math.log(usual / Math.max(guess, 1)));
  return usualPacketTimes.reduce((best, usual) => (ratio(usual) < ratio(best) ? usual : best));
}
