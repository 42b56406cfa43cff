import { medianOf } from "./median-of";

/**
 * From the smallest sequence number to the largest: the first, and how many there are. Numbers farther from the median
 * than twice the count of packets are strays, left out: a single one would otherwise ask for gigabytes.
 */
export function sequenceRange(sequence: Int32Array): { first: number; length: number } {
  const middle = medianOf(Float64Array.from(sequence));
  const farthest = 2 * sequence.length + 1000;
  let first = middle;
  let last = middle;
  for (const number of sequence) {
    if (Math.abs(number - middle) > farthest) continue;
    if (number < first) first = number;
    if (number > last) last = number;
  }
  return { first, length: last - first + 1 };
}
