import { planPairs } from "./plan-pairs";
import type { PairPlan, Watermark } from "./watermark";

/** By how many microseconds each packet of a watermark's plan is delayed, by its index; 0 for most. */
export function plannedDelays({ parameters, key, word }: Watermark): Float64Array {
  return delaysOfPlan(planPairs(parameters, key), word);
}

/**
 * The same from a plan and a word. A bit of 1 widens the spacings of its group one (the second packet of a pair is delayed)
 * and narrows those of group two (the first is); a bit of 0 does the reverse. So the mean of half the differences of two
 * spacings moves by the shift.
 */
export function delaysOfPlan({ parameters, pairs }: PairPlan, word: Uint8Array): Float64Array {
  const { redundancy, distance, packets, shiftMs } = parameters;
  const delays = new Float64Array(packets);
  pairs.forEach((first, place) => {
    const group = Math.floor(place / redundancy) % 2;
    const isWidened = (word[Math.floor(place / (2 * redundancy))] === 1) === (group === 0);
    delays[isWidened ? first + distance : first] = shiftMs * 1000;
  });
  return delays;
}
