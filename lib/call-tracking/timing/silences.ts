import type { LagRange } from "./lag-correlator";
import type { TimingFlow } from "./timing-flow";

/** Silences of a flow: after which packet, and how many milliseconds beyond the usual spacing. */
export type Silences = { after: Int32Array; milliseconds: Float64Array; total: number };

/** The longest ones tell the most; more would only cost time. */
const MOST = 24;
/** A pause of speech; shorter ones come from the path as well. */
const SHORTEST_MS = 100;
/** Fewer silences, or less of them, can agree by chance. */
const FEWEST = 3;
export const LEAST_TOTAL_MS = 600;

export function silencesOf({ at, spacing = 20 }: TimingFlow): Silences {
  const found: [after: number, milliseconds: number][] = [];
  for (let place = 1; place < at.length; place++) {
    const pause = (at[place] ?? 0) - (at[place - 1] ?? 0) - spacing;
    if (pause >= SHORTEST_MS) found.push([place - 1, pause]);
  }
  const kept = found.sort((a, b) => b[1] - a[1]).slice(0, MOST);
  return {
    after: Int32Array.from(kept, ([after]) => after),
    milliseconds: Float64Array.from(kept, ([, pause]) => pause),
    total: kept.reduce((sum, [, pause]) => sum + pause, 0),
  };
}

/** Lag in packets, and the share of the silences that the other flow has after the same packet: 0 to 1. */
export type SilenceAgreement = { lag: number; share: number };

/**
 * Looks for the lag at which the silences of one flow stand after the same packets in the other. Undefined when too few
 * silences lie in the part compared. Lags are of the other flow's places minus the places in `silences`.
 */
export function silenceAgreement(
  silences: Silences,
  other: TimingFlow,
  lags: LagRange,
): SilenceAgreement | undefined {
  if (silences.after.length < FEWEST || silences.total < LEAST_TOTAL_MS) return undefined;
  let lagFound = 0;
  let most = 0;
  // From lag 0 outwards, so that of equals the nearest is kept.
  const furthest = Math.max(-lags.from, lags.to);
  for (let step = 0; step <= 2 * furthest; step++) {
    const lag = (step % 2 === 1 ? -1 : 1) * Math.ceil(step / 2);
    if (lag < lags.from || lag > lags.to) continue;
    const shared = sharedBeyond(silences, { other, lag, most });
    if (shared <= most) continue;
    most = shared;
    lagFound = lag;
  }
  const share = silenceShareAt(silences, other, lagFound);
  return share === undefined ? undefined : { lag: lagFound, share };
}

/** What is shared at one lag; 0 as soon as it cannot be more than `most` any longer. The longest silences come first. */
function sharedBeyond(
  { after, milliseconds, total }: Silences,
  { other: { at, spacing = 20 }, lag, most }: { other: TimingFlow; lag: number; most: number },
): number {
  let possible = total;
  for (let k = 0; k < after.length && possible > most; k++) {
    const place = (after[k] ?? 0) + lag;
    const own = milliseconds[k] ?? 0;
    const isInside = place >= 0 && place + 1 < at.length;
    const pause = isInside ? (at[place + 1] ?? 0) - (at[place] ?? 0) - spacing : 0;
    possible -= own - Math.max(0, Math.min(pause, own));
  }
  return possible > most ? possible : 0;
}

/** The same at one lag that is known already. */
export function silenceShareAt(silences: Silences, other: TimingFlow, lag: number): number | undefined {
  const { shared, covered, inside } = sharedAt(silences, other, lag);
  return inside < FEWEST || covered < LEAST_TOTAL_MS ? undefined : shared / covered;
}

function sharedAt({ after, milliseconds }: Silences, { at, spacing = 20 }: TimingFlow, lag: number) {
  let shared = 0;
  let covered = 0;
  let inside = 0;
  for (let k = 0; k < after.length; k++) {
    const place = (after[k] ?? 0) + lag;
    if (place < 0 || place + 1 >= at.length) continue;
    const pause = (at[place + 1] ?? 0) - (at[place] ?? 0) - spacing;
    const own = milliseconds[k] ?? 0;
    shared += Math.max(0, Math.min(pause, own));
    covered += own;
    inside++;
  }
  return { shared, covered, inside };
}
