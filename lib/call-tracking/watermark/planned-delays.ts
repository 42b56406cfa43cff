import { planPairs } from "./plan-pairs";
import type { Watermark } from "./watermark";

/**
 * By how many microseconds each packet of the plan is delayed, by its index; 0 for most.
 *
 * A bit of 1 widens the spacings of its group one (the second packet of a pair is delayed) and narrows those of group two
 * (the first is); a bit of 0 does the reverse. So each difference of two spacings moves by twice the shift.
 */
export function plannedDelays({ parameters, key, word }: Watermark): Float64Array {
  const { pairs } = planPairs(parameters, key);
  const { redundancy, distance, packets } = parameters;
  const delays = new Float64Array(packets);
  pairs.forEach((first, place) => {
    const group = Math.floor(place / redundancy) % 2;
    const bit = word[Math.floor(place / (2 * redundancy))] ?? 0;
    const isWidened = (bit === 1) === (group === 0);
    delays[isWidened ? first + distance : first] = parameters.shiftMs * 1000;
  });
  return delays;
}
