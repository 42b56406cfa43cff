import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

/**
 * The index in a plan of each packet of a flow that is marked from its first packet on: its RTP sequence number less the
 * first one, so that packets lost before the marking point move nobody, or its place where no numbers can be read.
 * Negative for late packets that were sent before the first.
 */
export function planIndexes({ at, sequence }: PacketFlow): Int32Array {
  const first = sequence?.[0] ?? 0;
  return Int32Array.from(at, (_, place) => (sequence ? (sequence[place] ?? 0) - first : place));
}
