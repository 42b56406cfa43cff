/** The value below which half of the values lie. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the part `share` (0 to 1) of the values lies; `NaN` for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}

/** The median of how many times as much each value is as the one of the same round: a slow round slows both. */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}
