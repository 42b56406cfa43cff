/** Share of known scores that are at least this; never below one in their number: rarer agreement was not looked for. */
export function shareAtLeast(score: number, known: readonly number[]): number {
  const atLeast = known.filter((one) => one >= score).length;
  return Math.max(1, atLeast) / known.length;
}
