import { createKeyStream, type KeyStream } from "./key-stream";
import type { PairPlan, WatermarkParameters } from "./watermark";
import { parameterFault } from "./watermark-limits";

/** Part of every plan's key stream. Raised if a key should ever give another plan: old marks must stay readable. */
export const PLAN_VERSION = 1;

/**
 * The pairs of packets (z, z + distance) that carry each bit, after Wang, Chen and Jajodia (CCS 2005): chosen at random by
 * the key, no packet in two pairs, and dealt at random to bits and to the two groups of a bit.
 *
 * Packets that are `distance` apart form as many chains as the distance is long. On a chain, k pairs that do not
 * touch are drawn with equal chances by drawing k of its length - k places, of which a drawn one is two packets long.
 * Unlike drawing pairs until enough fit, this finds room whenever there is any. Throws on parameters beyond the limits.
 */
export function planPairs(parameters: WatermarkParameters, key: Uint8Array): PairPlan {
  const wrong = parameterFault(parameters);
  if (wrong) throw new Error(`No plan can be made of these watermark parameters: ${wrong.code}`);
  const stream = createKeyStream(key, `nightjar watermark plan ${PLAN_VERSION}`);
  const pairs = new Int32Array(2 * parameters.bits * parameters.redundancy);
  let filled = 0;
  for (const chain of chainsOf(parameters)) filled = drawOnChain(chain, stream, pairs, filled);
  shuffle(pairs, stream);
  return { parameters, pairs };
}

/** Packets first, first + step, ...: how many there are, and how many pairs are drawn among them. */
type Chain = { first: number; step: number; length: number; pairs: number };

/** Each chain takes its share of the pairs, by the number of pairs that it has room for. */
function chainsOf({ bits, redundancy, distance, packets }: WatermarkParameters): Chain[] {
  const chains = Array.from({ length: distance }, (_, first) => {
    const length = Math.ceil((packets - first) / distance);
    return { first, step: distance, length, room: Math.floor(length / 2) };
  });
  let room = chains.reduce((sum, chain) => sum + chain.room, 0);
  let left = 2 * bits * redundancy;
  return chains.map((chain) => {
    const pairs = Math.ceil((left * chain.room) / room);
    room -= chain.room;
    left -= pairs;
    return { first: chain.first, step: chain.step, length: chain.length, pairs };
  });
}

function drawOnChain(chain: Chain, stream: KeyStream, pairs: Int32Array, filled: number): number {
  const drawn = drawPlaces(chain.length - chain.pairs, chain.pairs, stream);
  let packet = 0;
  let count = filled;
  for (const isPair of drawn) {
    if (isPair) pairs[count++] = chain.first + chain.step * packet;
    packet += isPair ? 2 : 1;
  }
  return count;
}

/** 1 for each of `wanted` places drawn among `places`, every set equally likely (Floyd). */
function drawPlaces(places: number, wanted: number, stream: KeyStream): Uint8Array {
  const drawn = new Uint8Array(places);
  for (let last = places - wanted; last < places; last++) {
    const place = stream.below(last + 1);
    drawn[drawn[place] === 1 ? last : place] = 1;
  }
  return drawn;
}

function shuffle(values: Int32Array, stream: KeyStream): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = stream.below(last + 1);
    const moved = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = moved;
  }
}
