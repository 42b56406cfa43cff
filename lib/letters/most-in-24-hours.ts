const day = 24 * 3_600_000;

/**
 * The most calls in any 24 hours, from the first moment up to but not including the same moment a day later: two
 * calls exactly 24 hours apart are not in one. Takes instants in milliseconds, in any order.
 */
export function mostIn24Hours(instants: readonly number[]): number {
  const sorted = [...instants].sort((one, other) => one - other);
  let [most, first] = [0, 0];
  for (const [last, instant] of sorted.entries()) {
    while (instant - (sorted[first] ?? instant) >= day) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
