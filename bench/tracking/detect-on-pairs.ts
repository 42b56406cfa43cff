// Real calls: the mark is added where they were sent, and carried as their packets were.

import { sharedPackets } from "@/lib/call-tracking/comparison/compare-headers";
import { clearestReading, createMarkFinder } from "@/lib/call-tracking/comparison/look-for-mark";
import type { RandomSource } from "@/lib/call-tracking/random-source";
import { delayFromPair } from "@/lib/call-tracking/simulation/delay-from-pair";
import { queueFromPair } from "@/lib/call-tracking/simulation/queue-from-pair";
import { seededRandom } from "@/lib/call-tracking/simulation/seeded-random";
import { hammingDistance } from "@/lib/call-tracking/watermark/hamming-distance";
import { indexTimes } from "@/lib/call-tracking/watermark/index-times";
import { markDelays } from "@/lib/call-tracking/watermark/mark-delays";
import { planPairs } from "@/lib/call-tracking/watermark/plan-pairs";
import type {
  DecodedWord,
  IndexedTimes,
  Watermark,
  WatermarkParameters,
} from "@/lib/call-tracking/watermark/watermark";
import { createWordReader } from "@/lib/call-tracking/watermark/word-reader";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { drawWatermark, drawWord } from "./draw";
import type { Pair } from "./read-pairs";
import { spoilFlow } from "./spoil-flow";
import { count, emptyTally, type Tally } from "./tally";

const BITS = 24;
const REDUNDANCY = 12;
const SEED = 12;
/** Words nobody embedded, held against each reading. */
const WRONG_WORDS = 20;
const MOST_WRONG = 5;

/**
 * How a flow is read: with the place of each packet known, as in the results this is held against; or as the product does,
 * without knowing where the mark begins, from all packets or from what a worse capture holds.
 */
export const readings = ["known", "numbers", "order", "lossyNumbers", "lossyOrder"] as const;
export type Reading = (typeof readings)[number];

/**
 * How the mark is carried along a real path: every packet meets the delay that it met, whenever it set out (the way of the
 * known results, an upper bound), or leaves the path no earlier than it did, so that what waited long loses its mark there (a
 * lower bound).
 */
export const carriers = { delays: delayFromPair, queue: queueFromPair };
export type Carrier = keyof typeof carriers;

export type PairRow = {
  shiftMs: number;
  carrier: Carrier;
  /** Found within five wrong bits as the product reads; with the index known by the mean and the clipped decoder too. */
  found: Record<Reading, Tally>;
  foundByMean: Tally;
  foundByClipped: Tally;
  /** The same readings of the same flow when nothing had been marked, and words that nobody embedded. */
  falselyFound: Tally;
};

type DetectionSettings = { shiftMs: number; keys: number; carrier: Carrier };

/** Marks every flow with several keys and looks for each mark in every way. */
export function detectOnPairs(
  pairs: readonly Pair[],
  { shiftMs, keys, carrier }: DetectionSettings,
): PairRow {
  const row = emptyRow(shiftMs, carrier);
  const random = seededRandom(SEED + shiftMs);
  for (const pair of pairs) {
    for (let key = 0; key < keys; key += 1) readOnce(pair, { row, shiftMs, random });
  }
  return row;
}

function emptyRow(shiftMs: number, carrier: Carrier): PairRow {
  const found = Object.fromEntries(readings.map((reading) => [reading, emptyTally()]));
  return {
    shiftMs,
    carrier,
    found: found as PairRow["found"],
    foundByMean: emptyTally(),
    foundByClipped: emptyTally(),
    falselyFound: emptyTally(),
  };
}

type Try = { row: PairRow; shiftMs: number; random: RandomSource };

function readOnce({ sent, received }: Pair, { row, shiftMs, random }: Try): void {
  const watermark = drawWatermark(parametersFor(sent, shiftMs), random);
  const marked = carriers[row.carrier](sent, received, markDelays(sent, watermark));
  readKnown({ sent, marked, watermark }, row);
  const find = createMarkFinder(watermark);
  const lossy = {
    numbers: spoilFlow(marked, { hasNumbers: true, random }),
    order: spoilFlow(marked, { hasNumbers: false, random }),
  };
  const flows: [Reading, PacketFlow][] = [
    ["numbers", marked],
    ["order", withoutNumbers(marked)],
    ["lossyNumbers", lossy.numbers],
    ["lossyOrder", lossy.order],
  ];
  for (const [reading, flow] of flows) {
    const result = find(flow);
    count(row.found[reading], "mark" in result && result.mark.distance <= MOST_WRONG);
    if ("mark" in result) countWrongWords(result.mark.read.bits, random, row);
  }
  for (const flow of [received, withoutNumbers(received)]) {
    const result = find(flow);
    count(row.falselyFound, "mark" in result && result.mark.distance <= MOST_WRONG);
  }
}

function countWrongWords(read: Uint8Array, random: RandomSource, row: PairRow): void {
  for (let word = 0; word < WRONG_WORDS; word += 1)
    count(row.falselyFound, hammingDistance(read, drawWord(BITS, random)) <= MOST_WRONG);
}

/** Redundancy 12 as in the known results; less for the few flows that are too short for it. */
export function parametersFor({ at, sequence }: PacketFlow, shiftMs: number): WatermarkParameters {
  const span = sequence ? (sequence.at(-1) ?? 0) - (sequence[0] ?? 0) + 1 : at.length;
  const redundancy = Math.min(REDUNDANCY, Math.floor((span - 1) / (4 * BITS)));
  return { bits: BITS, redundancy, distance: 1, shiftMs, packets: span };
}

function readKnown(
  flows: { sent: PacketFlow; marked: PacketFlow; watermark: Watermark },
  row: PairRow,
): void {
  const reader = createWordReader(planPairs(flows.watermark.parameters, flows.watermark.key));
  const times = timesByNumber(flows);
  const isFound = ({ bits }: DecodedWord) => hammingDistance(bits, flows.watermark.word) <= MOST_WRONG;
  reader.load(times, "mean");
  count(row.foundByMean, isFound(reader.read(0)));
  reader.load(times, "clipped");
  count(row.foundByClipped, isFound(reader.read(0)));
  count(row.found.known, isFound(clearestReading(reader, times)));
}

/** Each received packet at the index that it had where it was sent. */
function timesByNumber({
  sent,
  marked,
  watermark,
}: {
  sent: PacketFlow;
  marked: PacketFlow;
  watermark: Watermark;
}): IndexedTimes {
  const shared = sharedPackets(sent, marked);
  const numberOf = (place: number) => (sent.sequence?.[place] ?? 0) - (sent.sequence?.[0] ?? 0);
  return indexTimes({
    at: Float64Array.from(shared.second, (place) => marked.at[place] as number),
    indexes: Int32Array.from(shared.first, numberOf),
    packets: watermark.parameters.packets,
  });
}

function withoutNumbers({ summary, at, bytes }: PacketFlow): PacketFlow {
  return { summary: { ...summary, ssrc: undefined }, at, bytes };
}
