import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

/** Fewer missing packets agree by chance. */
const FEWEST = 5;

/**
 * Share of the packets missing in one flow that are missing in the other too, 0 to 1, from the sequence numbers that RTP
 * headers tell: what is lost before the first place never comes to the second. Which of the two stands nearer to the
 * sender is not known, so the larger share of both ways counts. Absent where headers are not readable or hardly anything
 * is missing.
 */
export function lossAgreement(first: PacketFlow, second: PacketFlow, lagPackets: number): number | undefined {
  if (!first.sequence || !second.sequence) return undefined;
  const from = Math.max(0, -lagPackets);
  const moved = (second.sequence[from + lagPackets] ?? 0) - (first.sequence[from] ?? 0);
  const here = missingNumbers(first.sequence, 0);
  const there = missingNumbers(second.sequence, moved);
  const shared = [...here].filter((number) => there.has(number)).length;
  const shares = [here.size, there.size].filter((size) => size >= FEWEST).map((size) => shared / size);
  return shares.length === 0 ? undefined : Math.max(...shares);
}

/** A step larger than this is a new count, not a loss. */
const LARGEST_HOLE = 1000;

function missingNumbers(sequence: Int32Array, moved: number): Set<number> {
  const missing = new Set<number>();
  let latest = sequence[0] ?? 0;
  for (const number of sequence) {
    if (number - latest <= LARGEST_HOLE)
      for (let skipped = latest + 1; skipped < number; skipped++) missing.add(skipped - moved);
    missing.delete(number - moved);
    latest = Math.max(latest, number);
  }
  return missing;
}
