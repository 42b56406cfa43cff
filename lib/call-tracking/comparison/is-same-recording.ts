import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

/** Fewer packets may agree by chance. */
const FEWEST = 20;
/** Microseconds: a capture in nanoseconds and its copy in microseconds differ by less. */
const ROUNDING = 1;

/**
 * Whether the shorter of two flows is a piece of the other: all its packets have the same sizes, and the same times but
 * for one constant offset. No two places of a network see a flow so, because the delay of packets varies.
 */
export function isSameRecording(one: PacketFlow, other: PacketFlow): boolean {
  const [short, long] = one.at.length <= other.at.length ? [one, other] : [other, one];
  if (short.at.length < FEWEST) return false;
  return agreesFrom(short, long, 0) || agreesFrom(short, long, placeOf(long, short.at[0] as number));
}

/** The first packet of a flow at an instant, or -1. */
function placeOf({ at }: PacketFlow, instant: number): number {
  return at.findIndex((time) => Math.abs(time - instant) <= ROUNDING);
}

function agreesFrom(short: PacketFlow, long: PacketFlow, start: number): boolean {
  if (start < 0 || start + short.at.length > long.at.length) return false;
  const offset = (long.at[start] as number) - (short.at[0] as number);
  for (let packet = 0; packet < short.at.length; packet += 1) {
    const apart = (long.at[start + packet] as number) - (short.at[packet] as number) - offset;
    if (!(Math.abs(apart) <= ROUNDING) || long.bytes[start + packet] !== short.bytes[packet]) return false;
  }
  return true;
}
