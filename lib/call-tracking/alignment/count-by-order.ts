/** A gap of more packets than this is no loss but a silence in which nothing was sent. */
const longestLoss = 3;

/**
 * Running numbers for packets that carry none, one for each of `times` (in order, microseconds), leaving out the numbers
 * of packets that seem to be lost: where the flow falls behind an even spacing for good, and not just until a queue has
 * emptied. The level that delays fall back to is the smallest of all later ones; each rise of it by whole packet times
 * is a gap of so many packets. A slow rise or fall is the drift of a clock, and followed.
 */
export function countByOrder(times: Float64Array, packetTime: number): Int32Array {
  const level = lowestDelaysAhead(times, packetTime);
  const numbers = new Int32Array(times.length);
  let base = level[0] ?? 0;
  for (let k = 1; k < times.length; k++) {
    const rise = (level[k] as number) - base;
    const missing = Math.max(0, Math.round(rise / packetTime - 0.1));
    base += missing * packetTime + (missing === 0 && rise < packetTime / 2 ? rise / 64 : 0);
    numbers[k] = (numbers[k - 1] as number) + 1 + (missing <= longestLoss ? missing : 0);
  }
  return numbers;
}

function lowestDelaysAhead(times: Float64Array, packetTime: number): Float64Array {
  const level = new Float64Array(times.length);
  let least = Number.POSITIVE_INFINITY;
  for (let k = times.length - 1; k >= 0; k--) {
    least = Math.min(least, (times[k] as number) - packetTime * k);
    level[k] = least;
  }
  return level;
}
