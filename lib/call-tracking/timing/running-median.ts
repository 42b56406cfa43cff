/**
 * Median of each value and its neighbours, `around` on both sides; fewer at the ends. The window is kept sorted, and each
 * step puts one value in the place of another.
 */
export function runningMedian(values: Float64Array, around: number): Float64Array {
  const medians = new Float64Array(values.length);
  const window = new Float64Array(2 * around + 2);
  let count = 0;
  for (let place = -around; place < values.length; place++) {
    const entering = place + around;
    const leaving = place - around - 1;
    const enters = entering < values.length;
    if (enters && leaving >= 0) {
      replaceSorted(window, count, { from: values[leaving] as number, to: values[entering] as number });
    } else if (enters) insertSorted(window, count++, values[entering] as number);
    else if (leaving >= 0) removeSorted(window, count--, values[leaving] as number);
    if (place >= 0) medians[place] = middleOf(window, count);
  }
  return medians;
}

function insertSorted(window: Float64Array, count: number, value: number): void {
  let place = count;
  for (; place > 0 && (window[place - 1] as number) > value; place--)
    window[place] = window[place - 1] as number;
  window[place] = value;
}

function removeSorted(window: Float64Array, count: number, value: number): void {
  for (let place = placeOf(window, count, value); place < count - 1; place++)
    window[place] = window[place + 1] as number;
}

function replaceSorted(
  window: Float64Array,
  count: number,
  { from, to }: { from: number; to: number },
): void {
  let place = placeOf(window, count, from);
  for (; place > 0 && (window[place - 1] as number) > to; place--)
    window[place] = window[place - 1] as number;
  for (; place < count - 1 && (window[place + 1] as number) < to; place++)
    window[place] = window[place + 1] as number;
  window[place] = to;
}

function placeOf(window: Float64Array, count: number, value: number): number {
  let place = 0;
  while (place < count - 1 && window[place] !== value) place++;
  return place;
}

function middleOf(window: Float64Array, count: number): number {
  const middle = count >> 1;
  const upper = window[middle] ?? 0;
  return count % 2 === 1 ? upper : ((window[middle - 1] ?? 0) + upper) / 2;
}
