/**
 * Median of each value and its neighbours, `around` on both sides; fewer at the ends. The window is kept sorted, and each
 * step takes one value out of it and puts one in.
 */
export function runningMedian(values: Float64Array, around: number): Float64Array {
  const medians = new Float64Array(values.length);
  const window = new Float64Array(2 * around + 2);
  let count = 0;
  for (let place = -around; place < values.length; place++) {
    const entering = place + around;
    if (entering < values.length) insertSorted(window, count++, values[entering] ?? 0);
    const leaving = place - around - 1;
    if (leaving >= 0) removeSorted(window, count--, values[leaving] ?? 0);
    if (place >= 0) medians[place] = middleOf(window, count);
  }
  return medians;
}

function insertSorted(window: Float64Array, count: number, value: number): void {
  let place = count;
  while (place > 0 && (window[place - 1] ?? 0) > value) {
    window[place] = window[place - 1] ?? 0;
    place--;
  }
  window[place] = value;
}

function removeSorted(window: Float64Array, count: number, value: number): void {
  let place = 0;
  while (place < count - 1 && (window[place] ?? 0) !== value) place++;
  for (; place < count - 1; place++) window[place] = window[place + 1] ?? 0;
}

function middleOf(window: Float64Array, count: number): number {
  const middle = count >> 1;
  const upper = window[middle] ?? 0;
  return count % 2 === 1 ? upper : ((window[middle - 1] ?? 0) + upper) / 2;
}
