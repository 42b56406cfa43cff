import type { Tick } from "../plot";

const ROUND = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** Ticks of an axis whose heights are square roots: counts up to the highest, those too near to the next left out. */
export function rootTicks(most: number): Tick[] {
  const kept: number[] = [];
  for (const count of [...ROUND].reverse()) {
    const above = kept.at(-1);
    const isFar = above === undefined || Math.sqrt(above) - Math.sqrt(count) >= Math.sqrt(most) * 0.12;
    if (count <= most && (isFar || count === 0)) kept.push(count);
  }
  return kept.reverse().map((count) => ({ at: Math.sqrt(count), text: count.toLocaleString("en-GB") }));
}
