import { selectInPlace } from "../watermark/median";

/** Median (the upper one of two) by selection; puts `values` out of order. 0 of nothing. */
export function medianOf(values: Float64Array): number {
  return values.length === 0 ? 0 : quantileOf(values, 0.5);
}

/** The value below which a share of the others lies, by selection; puts `values`, of which none is NaN, out of order. */
export function quantileOf(values: Float64Array, share: number): number {
  const wanted = Math.min(values.length - 1, Math.floor(values.length * share));
  return selectInPlace(values, values.length, wanted);
}
