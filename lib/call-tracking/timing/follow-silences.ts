import { LEAST_TOTAL_MS, type Silences, silenceShareAt } from "./silences";
import type { TimingFlow } from "./timing-flow";

/** Packets that may be missing between two silences: a share of those between them, and a few more. */
const MOST_LOST = 0.05;
const FEW_LOST = 2;

/** With so much agreement packets need not be followed. */
const AGREED = 0.9;
/** Lags on both sides of the known one from which following begins: what may be lost until the first silence. */
const MOST_STARTS = 64;

/**
 * The same with a lag that may slip from silence to silence, as packets are lost on either side, so that losses alone can
 * not contradict: the best of all beginnings near a lag that is known already.
 */
export function silenceShareFollowed(silences: Silences, other: TimingFlow, lag: number): number | undefined {
  const exact = silenceShareAt(silences, other, lag);
  if (exact === undefined || exact >= AGREED) return exact;
  const order = Int32Array.from(silences.after.keys()).sort(
    (a, b) => (silences.after[a] ?? 0) - (silences.after[b] ?? 0),
  );
  const starts = Math.min(MOST_STARTS, Math.floor(MOST_LOST * other.at.length));
  let best = exact;
  for (let start = lag - starts; start <= lag + starts; start += 2 * FEW_LOST)
    best = Math.max(best, followedFrom({ silences, other, order }, start));
  return best;
}

type Following = { silences: Silences; other: TimingFlow; order: Int32Array };

function followedFrom({ silences, other, order }: Following, start: number): number {
  let shared = 0;
  let covered = 0;
  let at = { lag: start, place: silences.after[order[0] ?? 0] ?? 0 };
  for (const k of order) {
    const place = silences.after[k] ?? 0;
    const slip = FEW_LOST + Math.floor(MOST_LOST * (place - at.place));
    const own = silences.milliseconds[k] ?? 0;
    const found = likestNear(other, { near: place + at.lag, slip, own });
    if (!found) continue;
    shared += Math.min(found.pause, own);
    covered += own;
    if (found.likeness >= LIKE) at = { lag: found.place - place, place };
  }
  return covered < LEAST_TOTAL_MS ? 0 : shared / covered;
}

/** A pause this like to the one looked for is taken for it. */
const LIKE = 0.5;

/** The pause most like the own one in length, of equals the nearest; undefined where nothing of the flow is near. */
function likestNear(
  { at, spacing = 20 }: TimingFlow,
  { near, slip, own }: { near: number; slip: number; own: number },
) {
  let best: { place: number; pause: number; likeness: number } | undefined;
  for (let step = 0; step <= 2 * slip; step++) {
    const place = near + (step % 2 === 1 ? -1 : 1) * Math.ceil(step / 2);
    if (place < 0 || place + 1 >= at.length) continue;
    const pause = Math.max(0, (at[place + 1] ?? 0) - (at[place] ?? 0) - spacing);
    const likeness = Math.min(pause, own) / Math.max(pause, own);
    if (!best || likeness > best.likeness) best = { place, pause, likeness };
  }
  return best;
}
