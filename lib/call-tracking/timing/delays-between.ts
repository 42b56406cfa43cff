import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

/** One packet seen twice: seconds since the first packet compared, and its delay above the smallest. */
export type PacketDelay = { seconds: number; milliseconds: number };

/**
 * Delays of the packets of the first flow until the packet of the second that has the same index plus `lagPackets`, in
 * milliseconds above the smallest of them. Empty where nothing overlaps.
 */
export function delaysBetween(first: PacketFlow, second: PacketFlow, lagPackets: number): PacketDelay[] {
  const from = Math.max(0, -lagPackets);
  const to = Math.min(first.at.length, second.at.length - lagPackets);
  const delays: PacketDelay[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = from; index < to; index += 1) {
    const delay = ((second.at[index + lagPackets] ?? 0) - (first.at[index] ?? 0)) / 1000;
    smallest = Math.min(smallest, delay);
    delays.push({ seconds: ((first.at[index] ?? 0) - (first.at[from] ?? 0)) / 1e6, milliseconds: delay });
  }
  return delays.map(({ seconds, milliseconds }) => ({ seconds, milliseconds: milliseconds - smallest }));
}
