import type { AlignedFlow } from "./aligned-flow";
import type { PacketTrack } from "./packet-track";

/** A track laid onto a plan of so many packets, whose index 0 is at `start` of the track (negative: before it). */
export function layOut(input: {
  track: PacketTrack;
  start: number;
  joined: number;
  packets: number;
}): Omit<AlignedFlow, "by" | "tried"> {
  const { track, start, joined, packets } = input;
  const times = new Float64Array(packets).fill(Number.NaN);
  let found = 0;
  for (let index = Math.max(0, -start); index < packets && start + index < track.times.length; index++) {
    const at = track.times[start + index] as number;
    times[index] = at;
    const seen = (start + index) % joined === joined - 1;
    if (seen && !Number.isNaN(at)) found++;
  }
  return { times, firstIndex: 0 - start, found, duplicates: track.duplicates, ...(joined > 1 && { joined }) };
}
