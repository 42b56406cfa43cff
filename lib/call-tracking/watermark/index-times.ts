import type { IndexedTimes } from "./watermark";

/**
 * Times by index in the plan, of packets in any order: NaN where none came, the earliest where several did. Packets before
 * the plan or behind it are left out.
 */
export function indexTimes(input: { at: Float64Array; indexes: Int32Array; packets: number }): IndexedTimes {
  const times = new Float64Array(input.packets).fill(Number.NaN);
  input.indexes.forEach((index, place) => {
    const at = input.at[place] ?? Number.NaN;
    if (index >= 0 && index < input.packets && !(at >= (times[index] ?? 0))) times[index] = at;
  });
  return times;
}
