import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { createFlowAligner } from "../alignment/align-flow";
import type { AlignedFlow } from "../alignment/aligned-flow";
import { falseMatchRate } from "../watermark/detection-theory";
import { planPairs } from "../watermark/plan-pairs";
import type { DecodedWord, Decoder, IndexedTimes, PairPlan, Watermark } from "../watermark/watermark";
import { createWordReader, type WordReader } from "../watermark/word-reader";
import type { ComparisonPlots, MarkResult } from "./comparison-result";

/** What was read from one flow: the result as far as it needs no other candidates, and the readings bit by bit. */
export type FoundMark = Omit<MarkResult, "expectedFalseMatches"> & {
  /** Whether so much of every bit was there that a mark, had there been one, would have shown. */
  isWhole: boolean;
  read: DecodedWord;
};

export type MarkOrTooShort = { mark: FoundMark } | { tooShort: { packets: number; needed: number } };

/** Part of all pairs that has to be there before "not found" is said. */
const ENOUGH = 0.5;

/** Decoders that outliers do not move; which of them is better depends on how the delays of the path are spread. */
const robustDecoders = ["clipped", "weighted"] as const satisfies readonly Decoder[];

/** Prepares a watermark once, so that many flows can be searched for it. */
export function createMarkFinder(watermark: Watermark): (flow: PacketFlow) => MarkOrTooShort {
  const plan = planPairs(watermark.parameters, watermark.key);
  const align = createFlowAligner(plan);
  const reader = createWordReader(plan);
  return (flow) => {
    const aligned = align(flow);
    if ("tooShort" in aligned) return aligned;
    reader.load(aligned.times, "mean");
    const meanDistance = distanceFrom(watermark.word, reader.read(0));
    const read = clearestReading(reader, aligned.times);
    return { mark: markOf({ watermark, plan, aligned, read, meanDistance }) };
  };
}

/**
 * What the robust decoder reads whose bits stand out most from chance, in either direction: the sum of their squared
 * scores. The word is not looked at, so that the choice makes no false match likelier.
 */
export function clearestReading(reader: WordReader, times: IndexedTimes): DecodedWord {
  const readings = robustDecoders.map((decoder) => {
    reader.load(times, decoder);
    return copyOf(reader.read(0));
  });
  return readings.reduce((best, reading) => (clarityOf(reading) > clarityOf(best) ? reading : best));
}

function clarityOf({ scores }: DecodedWord): number {
  return scores.reduce((sum, score) => sum + score * score, 0);
}

type Reading = {
  watermark: Watermark;
  plan: PairPlan;
  aligned: AlignedFlow;
  read: DecodedWord;
  meanDistance: number;
};

/**
 * The hypothesis under which `falseMatch` is computed: the word was drawn at random and the flow knows nothing of it. A
 * small chance does not show who carried the mark there, nor that nobody copied it.
 */
function markOf({ watermark, plan, aligned, read, meanDistance }: Reading): FoundMark {
  const distance = distanceFrom(watermark.word, read);
  const pairs = read.pairsUsed.reduce((sum, used) => sum + used, 0);
  const emptyBits = read.pairsUsed.filter((used) => used === 0).length;
  return {
    distance,
    decoder: read.decoder,
    meanDistance,
    falseMatch: falseMatchRate(watermark.parameters.bits, distance),
    alignedBy: aligned.by,
    firstIndex: aligned.firstIndex,
    startsTried: aligned.tried,
    packetsFound: aligned.found,
    packetsPlanned: watermark.parameters.packets,
    emptyBits,
    isWhole: emptyBits === 0 && pairs >= ENOUGH * plan.pairs.length,
    read,
  };
}

/** Bits that differ; a bit that no pair speaks for differs too. */
function distanceFrom(word: Uint8Array, { bits, pairsUsed }: DecodedWord): number {
  return word.reduce((sum, bit, place) => sum + (pairsUsed[place] === 0 || bits[place] !== bit ? 1 : 0), 0);
}

/** The reader uses its arrays again. */
function copyOf(read: DecodedWord): DecodedWord {
  return {
    decoder: read.decoder,
    bits: read.bits.slice(),
    means: read.means.slice(),
    scores: read.scores.slice(),
    pairsUsed: read.pairsUsed.slice(),
  };
}

/** Bits as marked and as read, for a person to check. */
export function bitsPlot(
  { word }: Watermark,
  { bits, means, pairsUsed }: DecodedWord,
): ComparisonPlots["bits"] {
  return Array.from(word, (expected, place) => ({
    expected: expected === 1 ? 1 : 0,
    read: bits[place] === 1 ? 1 : 0,
    meanMs: means[place] as number,
    pairs: pairsUsed[place] as number,
  }));
}
