/** Steps of narrowing before the rest is sorted: far more than any but a made-up order needs. */
const MAX_ROUNDS = 64;

/** Median of the first `count` values, which are moved about; NaN of none. Takes time in proportion to the count. */
export function medianInPlace(values: Float64Array, count: number): number {
  if (count === 0) return Number.NaN;
  const middle = count >> 1;
  const upper = selectInPlace(values, count, middle);
  return count % 2 === 1 ? upper : (largestOf(values, middle) + upper) / 2;
}

/** The value that would stand at `place` if the first `count` values were sorted; smaller ones end up before it (Hoare's selection). */
export function selectInPlace(values: Float64Array, count: number, place: number): number {
  let from = 0;
  let to = count - 1;
  for (let round = 0; from < to; round++) {
    if (round === MAX_ROUNDS) {
      values.subarray(from, to + 1).sort();
      break;
    }
    const pivot = middleOfThree(values[from] ?? 0, values[(from + to) >> 1] ?? 0, values[to] ?? 0);
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++;
      while ((values[right] ?? 0) > pivot) right--;
      if (left <= right) swap(values, left++, right--);
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else break;
  }
  return values[place] ?? 0;
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(values: Float64Array, a: number, b: number): void {
  const moved = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = moved;
}

function largestOf(values: Float64Array, count: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < count; place++) largest = Math.max(largest, values[place] ?? 0);
  return largest;
}
