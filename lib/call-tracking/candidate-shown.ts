/** The candidate that an address asks to see (its place among the result's), if it names one. */
export function candidateShown(asked: string | undefined): number | undefined {
  return asked !== undefined && /^\d{1,4}$/.test(asked) ? Number(asked) : undefined;
}
