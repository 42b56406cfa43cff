/** Gives numbers from 0 (included) to 1 (excluded). Passed in wherever chance is needed, so that a seed repeats a run. */
export type RandomSource = () => number;
