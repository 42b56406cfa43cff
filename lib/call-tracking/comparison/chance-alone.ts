/**
 * How many of so many candidates chance alone would put at each distance from a word of `bits` bits, if every bit that was
 * read were drawn evenly: the binomial distribution, exact up to the last rounding. Index: distance.
 */
export function expectedByChance(bits: number, candidates: number): number[] {
  const expected: number[] = [];
  let ways = 1n;
  for (let distance = 0; distance <= bits; distance += 1) {
    expected.push((candidates * Number(ways)) / 2 ** bits);
    ways = (ways * BigInt(bits - distance)) / BigInt(distance + 1);
  }
  return expected;
}
