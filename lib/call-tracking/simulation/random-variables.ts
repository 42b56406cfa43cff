import type { RandomSource } from "../random-source";

/** A source of normal numbers of mean 0 and deviation 1 (Box and Muller: two at a time). */
export function normalSource(random: RandomSource): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** One exponential number with this mean. */
export function exponential(mean: number, random: RandomSource): number {
  return -mean * Math.log(1 - random());
}
