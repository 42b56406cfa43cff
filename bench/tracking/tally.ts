/** How often something happened in so many trials. */
export type Tally = { hits: number; trials: number };

export function emptyTally(): Tally {
  return { hits: 0, trials: 0 };
}

export function count(tally: Tally, isHit: boolean): void {
  tally.trials += 1;
  if (isHit) tally.hits += 1;
}

export function rate({ hits, trials }: Tally): number {
  return trials === 0 ? Number.NaN : hits / trials;
}

/**
 * By how many standard errors of so many trials a rate is off what theory says. Where theory allows hardly any exception,
 * half a trial is the least that can be told apart.
 */
export function sigmasOff(tally: Tally, theory: number): number {
  const error = Math.max(Math.sqrt((theory * (1 - theory)) / tally.trials), 0.5 / tally.trials);
  return Math.abs(rate(tally) - theory) / error;
}
