import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { buildFlow } from "./build-flow";

/**
 * The marked flow as it would have arrived on a real path if whatever held its packets let them go at the instants at
 * which it did: a packet that had waited longer than its new delay arrives as before, and the delay is lost. The time
 * waited is taken to be all beyond the shortest delay of the pair.
 *
 * Together with delayFromPair this brackets the truth: on straight paths both agree, but where packets come in bursts, as
 * out of Tor, delays that a model carries through one by one mostly vanish here.
 */
export function queueFromPair(first: PacketFlow, second: PacketFlow, delays: Float64Array): PacketFlow {
  const placeOf = placesBySequence(first);
  const sentAt = Float64Array.from(second.at, (_, place) => {
    const sent = placeOf.get(second.sequence?.[place] ?? 0);
    return sent === undefined ? Number.NaN : (first.at[sent] ?? 0);
  });
  const shortest = shortestDelay(sentAt, second.at);
  let last = Number.NEGATIVE_INFINITY;
  const at = second.at.map((arrived, place) => {
    const sent = placeOf.get(second.sequence?.[place] ?? 0);
    const earliest = sent === undefined ? arrived : (sentAt[place] ?? 0) + (delays[sent] ?? 0) + shortest;
    last = Math.max(last, arrived, earliest);
    return last;
  });
  const { summary, ...packets } = second;
  return buildFlow({ ...packets, at }, summary);
}

function placesBySequence({ sequence = new Int32Array(0) }: PacketFlow): Map<number, number> {
  const places = new Map<number, number>();
  sequence.forEach((number, place) => {
    if (!places.has(number)) places.set(number, place);
  });
  return places;
}

function shortestDelay(sentAt: Float64Array, arrivedAt: Float64Array): number {
  let shortest = Number.POSITIVE_INFINITY;
  arrivedAt.forEach((arrived, place) => {
    const delay = arrived - (sentAt[place] ?? Number.NaN);
    if (delay < shortest) shortest = delay;
  });
  return shortest;
}
