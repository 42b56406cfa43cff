import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

/**
 * Times of a flow by a running number of its own (microseconds; NaN where that number was not seen). How far these
 * numbers are from the indexes of a plan is what the search for the start finds out.
 */
export type PacketTrack = { times: Float64Array; duplicates: number };

/** Numbers farther apart than this hold no call: a stray packet would otherwise ask for gigabytes. */
const longestTrack = 4_000_000;

/**
 * By RTP sequence numbers (RFC 3550 section 5.1): losses leave holes, late packets go back to their place, and of copies
 * the first counts, as it does for a receiver. `undefined` without numbers.
 */
export function trackBySequence(flow: PacketFlow): PacketTrack | undefined {
  const { sequence, at } = flow;
  if (!sequence || sequence.length === 0) return undefined;
  const { first, length } = sequenceRange(sequence);
  const times = new Float64Array(length).fill(Number.NaN);
  let duplicates = 0;
  for (let k = 0; k < at.length; k++) {
    const slot = (sequence[k] as number) - first;
    if (slot >= length) continue;
    if (Number.isNaN(times[slot])) times[slot] = at[k] as number;
    else duplicates++;
  }
  return { times, duplicates };
}

export function sequenceRange(sequence: Int32Array): { first: number; length: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const number of sequence) {
    if (number < first) first = number;
    if (number > last) last = number;
  }
  return { first, length: Math.min(last - first + 1, longestTrack) };
}
