/**
 * New times of packets of which each is to leave later by so many units. No packet overtakes one that came before it:
 * where a delay would make it, the next ones wait as long (first in, first out). Packets without a time (NaN) stay so,
 * and times that stepped back before, as reordered packets or a clock set back do, bind nobody.
 */
export function delayInOrder(at: Float64Array, delays: Float64Array): Float64Array {
  const left = new Float64Array(at.length);
  let previousAt = Number.NEGATIVE_INFINITY;
  let previousLeft = Number.NEGATIVE_INFINITY;
  for (let packet = 0; packet < at.length; packet++) {
    const arrived = at[packet] ?? Number.NaN;
    left[packet] = arrived + (delays[packet] ?? 0);
    if (Number.isNaN(arrived)) continue;
    if (arrived >= previousAt && (left[packet] ?? 0) < previousLeft) left[packet] = previousLeft;
    previousAt = arrived;
    previousLeft = left[packet] ?? 0;
  }
  return left;
}
