/** Median (the upper one of two) by selection; puts `values` out of order. 0 of nothing. */
export function medianOf(values: Float64Array): number {
  return values.length === 0 ? 0 : quantileOf(values, 0.5);
}

/** The value below which a share of the others lies, by selection (Hoare); puts `values`, of which none is NaN, out of order. */
export function quantileOf(values: Float64Array, share: number): number {
  const wanted = Math.min(values.length - 1, Math.floor(values.length * share));
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const cut = partition(values, low, high);
    if (wanted <= cut) high = cut;
    else low = cut + 1;
  }
  return values[wanted] as number;
}

function partition(values: Float64Array, low: number, high: number): number {
  const pivot = values[(low + high) >> 1] as number;
  let left = low - 1;
  let right = high + 1;
  for (;;) {
    do left++;
    while ((values[left] as number) < pivot);
    do right--;
    while ((values[right] as number) > pivot);
    if (left >= right) return right;
    const swapped = values[left] as number;
    values[left] = values[right] as number;
    values[right] = swapped;
  }
}
