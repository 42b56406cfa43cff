import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { sequenceRange } from "./sequence-range";

/**
 * Times of a flow by a running number of its own (microseconds; NaN where that number was not seen). How far these
 * numbers are from the indexes of a plan is what the search for the start finds out.
 */
export type PacketTrack = { times: Float64Array; duplicates: number };

/**
 * By RTP sequence numbers (RFC 3550 section 5.1): losses leave holes, late packets go back to their place, and of copies
 * the first counts, as it does for a receiver. Nothing of a flow without numbers.
 */
export function trackBySequence({ at, sequence = new Int32Array(0) }: PacketFlow): PacketTrack {
  return trackByNumbers(at, sequence);
}

/** By any numbers, one for each of `at`. */
export function trackByNumbers(at: Float64Array, numbers: Int32Array): PacketTrack {
  if (numbers.length === 0) return { times: new Float64Array(0), duplicates: 0 };
  const { first, length } = sequenceRange(numbers);
  const times = new Float64Array(length).fill(Number.NaN);
  let duplicates = 0;
  for (let k = 0; k < at.length; k++) {
    const slot = (numbers[k] as number) - first;
    if (slot < 0 || slot >= length) continue;
    if (Number.isNaN(times[slot])) times[slot] = at[k] as number;
    else duplicates++;
  }
  return { times, duplicates };
}
