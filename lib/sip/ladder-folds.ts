import type { FoldRow, LadderRow, MessageRow } from "./ladder";

// A session that is refreshed or probed repeats exchanges of two to four messages; six leaves room for a challenge.
const MOST_STEPS = 6;
const FEWEST_TIMES = 3;

/** Puts one row in the place of steps that came at least three times in the same way, after showing them once. */
export function foldRepeats(rows: readonly MessageRow[]): LadderRow[] {
  const folded: LadderRow[] = [];
  for (let index = 0; index < rows.length; ) {
    const { steps, times } = repeatsAt(rows, index);
    const again = rows.slice(index + steps, index + steps * times);
    folded.push(...rows.slice(index, index + steps));
    if (again.length > 0) folded.push(foldOf(again, steps, times - 1));
    index += steps * times;
  }
  return folded;
}

/** The pattern that covers most rows from `index` on; one row once when nothing repeats. */
function repeatsAt(rows: readonly MessageRow[], index: number): { steps: number; times: number } {
  let best = { steps: 1, times: 1 };
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const times = timesOf(rows, index, steps);
    if (times >= FEWEST_TIMES && steps * times > best.steps * best.times) best = { steps, times };
  }
  return best;
}

function timesOf(rows: readonly MessageRow[], index: number, steps: number): number {
  let end = index + steps;
  while (end < rows.length && rows[end]?.sameness === rows[end - steps]?.sameness) end += 1;
  return Math.floor((end - index) / steps);
}

function foldOf(rows: readonly MessageRow[], steps: number, times: number): FoldRow {
  const last = rows.at(-1);
  return {
    kind: "fold",
    steps,
    times,
    messages: rows.flatMap(({ message, repeats }) => [message, ...repeats]),
    until: last?.at,
    untilSinceStart: last?.sinceStart,
  };
}
