import type { RandomSource } from "../random-source";

/**
 * Numbers that a seed (a whole number) repeats: for simulations and tests, never for keys. The generator is xoshiro128**
 * of Blackman and Vigna, its state filled by a counter that is stirred; two draws make one number of 53 bits.
 */
export function seededRandom(seed: number): RandomSource {
  let a = stir(seed + 0x9e3779b9);
  let b = stir(a + 0x9e3779b9);
  let c = stir(b + 0x9e3779b9);
  let d = stir(c + 0x9e3779b9);

  function next(): number {
    const drawn = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turn(d, 11);
    return drawn;
  }

  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

function turn(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places));
}

/** Spreads near numbers over all 32 bits (the last step of MurmurHash3). */
function stir(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
