import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { StreamResult } from "./comparison-result";

const SEQUENCES = 65_536;
const MEDIA_TIMES = 2 ** 32;
/** Packets that are looked up to learn by how many rounds of numbers the two captures count apart. */
const PROBES = 64;

/** Packets of two flows that carry one RTP sequence number: indexes into both, in the order of the second flow. */
export type SharedPackets = { first: Int32Array; second: Int32Array };

/**
 * RFC 3550 section 5.1: compares source, sequence numbers and timestamps that the headers of both flows name; undefined
 * where either has none. `agreeingPackets` have the same number and the same timestamp.
 */
export function compareHeaders(first: PacketFlow, second: PacketFlow): StreamResult | undefined {
  if (!hasHeaders(first) || !hasHeaders(second)) return undefined;
  const sameSource = first.summary.ssrc === second.summary.ssrc;
  if (!sameSource) return { sameSource, sharedPackets: 0, agreeingPackets: 0 };
  const shared = sharedPackets(first, second);
  let agreeingPackets = 0;
  for (let k = 0; k < shared.first.length; k += 1) {
    if (saysTheSame({ first, second }, shared.first[k] as number, shared.second[k] as number))
      agreeingPackets += 1;
  }
  return { sameSource, sharedPackets: shared.first.length, agreeingPackets };
}

/** Enough packets agree, and hardly any does not, so that this is one stream of RTP headers. */
export function isSameStream({ sameSource, sharedPackets, agreeingPackets }: StreamResult): boolean {
  return sameSource && agreeingPackets >= 50 && agreeingPackets >= 0.99 * sharedPackets;
}

type WithHeaders = PacketFlow & { sequence: Int32Array; mediaTime: Float64Array };

function hasHeaders(flow: PacketFlow): flow is WithHeaders {
  return (
    flow.summary.ssrc !== undefined &&
    flow.sequence?.length === flow.at.length &&
    flow.mediaTime?.length === flow.at.length &&
    flow.at.length > 0
  );
}

/** The packets with equal numbers; of numbers that come twice in the first flow, the first packet. */
export function sharedPackets(first: PacketFlow, second: PacketFlow): SharedPackets {
  if (!hasHeaders(first) || !hasHeaders(second)) return { first: new Int32Array(), second: new Int32Array() };
  const places = placesBySequence(first);
  const offset = roundsApart({ first, second, places }) * SEQUENCES;
  const inFirst = new Int32Array(second.at.length);
  const inSecond = new Int32Array(second.at.length);
  let count = 0;
  for (let packet = 0; packet < second.at.length; packet += 1) {
    const place = places.of((second.sequence[packet] as number) - offset);
    if (place < 0) continue;
    inFirst[count] = place;
    inSecond[count] = packet;
    count += 1;
  }
  return { first: inFirst.subarray(0, count), second: inSecond.subarray(0, count) };
}

type Places = { lowest: number; highest: number; of(sequence: number): number };

function placesBySequence({ sequence }: WithHeaders): Places {
  let lowest = sequence[0] as number;
  let highest = lowest;
  for (const number of sequence) {
    if (number < lowest) lowest = number;
    if (number > highest) highest = number;
  }
  // Numbers may leap; a table longer than this would be made of nothing but gaps.
  highest = Math.min(highest, lowest + 4 * sequence.length + SEQUENCES);
  const places = new Int32Array(highest - lowest + 1).fill(-1);
  for (let packet = sequence.length - 1; packet >= 0; packet -= 1) {
    const place = (sequence[packet] as number) - lowest;
    if (place < places.length) places[place] = packet;
  }
  return { lowest, highest, of: (number) => places[number - lowest] ?? -1 };
}

/**
 * Each capture counts on from the first number that it saw, so the same packet may be 65,535 in one and -1 in the other.
 * Of all shifts by whole rounds the one is taken under which most of some packets agree, in their timestamps too.
 */
function roundsApart(flows: { first: WithHeaders; second: WithHeaders; places: Places }): number {
  const { second, places } = flows;
  const [low, high] = [second.sequence[0] as number, second.sequence.at(-1) as number];
  const from = Math.floor((Math.min(low, high) - places.highest) / SEQUENCES);
  const to = Math.ceil((Math.max(low, high) - places.lowest) / SEQUENCES);
  let best = { rounds: 0, agreeing: 0 };
  for (let rounds = from; rounds <= to; rounds += 1) {
    const agreeing = agreeingProbes(flows, rounds * SEQUENCES);
    if (agreeing > best.agreeing) best = { rounds, agreeing };
  }
  return best.rounds;
}

function agreeingProbes(
  { first, second, places }: { first: WithHeaders; second: WithHeaders; places: Places },
  offset: number,
): number {
  const step = Math.max(1, Math.floor(second.at.length / PROBES));
  let agreeing = 0;
  for (let packet = 0; packet < second.at.length; packet += step) {
    const place = places.of((second.sequence[packet] as number) - offset);
    if (place >= 0 && saysTheSame({ first, second }, place, packet)) agreeing += 1;
  }
  return agreeing;
}

function saysTheSame(
  { first, second }: { first: WithHeaders; second: WithHeaders },
  inFirst: number,
  inSecond: number,
): boolean {
  const apart = (first.mediaTime[inFirst] as number) - (second.mediaTime[inSecond] as number);
  return apart % MEDIA_TIMES === 0;
}
