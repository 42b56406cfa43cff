import { packetsOf, planFrom, surestDraft, type WantedRates } from "./find-plan";
import { firstThat } from "./first-that";
import { spacingMs } from "./path-accuracy";
import { shortestSeconds } from "./shortest-call";
import type { TracePlan } from "./trace-plan";

/** Shifts are whole and half milliseconds. */
export const SMALLEST_SHIFT_MS = 1;
export const LARGEST_SHIFT_MS = 40;
const SHIFTS_IN_MS = 2;

/**
 * How to mark a call of this length: the smallest shift that reaches the wanted detection, with the length of the word
 * that is found most surely at this shift, and as much redundancy as the packets allow. Where none reaches it, the surest
 * of all, and TOO_SHORT with the shortest call that would do. The mean delay has no effect.
 */
export function planTrace({ callSeconds, ...wanted }: WantedRates & { callSeconds: number }): TracePlan {
  const packets = packetsOf(callSeconds, wanted.path);
  const draftOf = (steps: number) => surestDraft({ packets, shiftMs: steps / SHIFTS_IN_MS }, wanted);
  const largest = largestShiftMs(wanted) * SHIFTS_IN_MS;
  const smallest = firstThat(
    { from: SMALLEST_SHIFT_MS * SHIFTS_IN_MS, to: largest },
    (steps) => draftOf(steps).detection >= wanted.detection,
  );
  const shortest = () => shortestSeconds(largest / SHIFTS_IN_MS, wanted);
  return planFrom(draftOf(smallest ?? largest), { callSeconds, shortest }, wanted);
}

/** Not beyond the spacing: what is longer pushes other packets and gains nothing. */
function largestShiftMs({ path }: WantedRates): number {
  const whole = Math.floor(spacingMs(path) * SHIFTS_IN_MS) / SHIFTS_IN_MS;
  return Math.min(LARGEST_SHIFT_MS, Math.max(SMALLEST_SHIFT_MS, whole));
}
