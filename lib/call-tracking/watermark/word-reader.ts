import { createSpacingReader } from "./spacings";
import type { DecodedWord, Decoder, PairPlan } from "./watermark";

/**
 * Reads the word of one plan from many flows, and from many places of one flow, without new memory for each.
 *
 * `start` is the index in the plan of the first time loaded: 0 where the flow begins with the plan, negative where it
 * began before. Pairs that are not whole within the flow are left out.
 */
export type WordReader = {
  /** Takes the times of a flow (microseconds; NaN where a packet is missing) until the next load. */
  load(times: Float64Array, decoder: Decoder): void;
  /** The word at a start. The arrays are used again by the next read. */
  read(start: number): DecodedWord;
};

/** Times are recorded to a microsecond: each is off by up to half of one, so a spacing varies by 1/6 at the least. */
const SMALLEST_VARIANCE = 1 / 6;

/** Whole pairs of a group: how many, and the sums of their spacings and of the squares. */
type GroupSums = { pairs: number; sum: number; squares: number };

/** A reader for one plan; see WordReader. */
export function createWordReader(plan: PairPlan): WordReader {
  const { bits, redundancy } = plan.parameters;
  const reader = createSpacingReader(plan.parameters);
  let spacings = reader.read(new Float64Array(0), "clipped");
  const one: GroupSums = { pairs: 0, sum: 0, squares: 0 };
  const two: GroupSums = { pairs: 0, sum: 0, squares: 0 };
  const word: DecodedWord = {
    decoder: "clipped",
    bits: new Uint8Array(bits),
    means: new Float64Array(bits),
    scores: new Float64Array(bits),
    pairsUsed: new Int32Array(bits),
  };

  function sumGroup(group: number, start: number, sums: GroupSums): void {
    const { values, count } = spacings;
    const end = (group + 1) * redundancy;
    let pairs = 0;
    let sum = 0;
    let squares = 0;
    for (let place = group * redundancy; place < end; place++) {
      const packet = (plan.pairs[place] ?? 0) - start;
      if (packet < 0 || packet >= count) continue;
      const spacing = values[packet] ?? 0;
      if (Number.isNaN(spacing)) continue;
      pairs++;
      sum += spacing;
      squares += spacing * spacing;
    }
    sums.pairs = pairs;
    sums.sum = sum;
    sums.squares = squares;
  }

  function sumBit(bit: number, start: number): void {
    sumGroup(2 * bit, start, one);
    sumGroup(2 * bit + 1, start, two);
  }

  return {
    load(times, decoder) {
      spacings = reader.read(times, decoder);
      word.decoder = decoder;
    },
    read(start) {
      for (let bit = 0; bit < bits; bit++) {
        sumBit(bit, start);
        const mean = meanDifference(one, two);
        const error = squaredError(one, two, varianceWithin(one, two, spacings.variance));
        word.bits[bit] = mean > 0 ? 1 : 0;
        word.means[bit] = mean / 1000;
        word.scores[bit] = mean === 0 ? 0 : mean / Math.sqrt(error);
        word.pairsUsed[bit] = one.pairs + two.pairs;
      }
      return word;
    },
  };
}

/** Half the difference of the groups' mean spacings. A group of which nothing is left counts as average: 0. */
function meanDifference(one: GroupSums, two: GroupSums): number {
  return (meanOf(one) - meanOf(two)) / 2;
}

function meanOf({ pairs, sum }: GroupSums): number {
  return pairs === 0 ? 0 : sum / pairs;
}

/** Squared standard error of the mean difference, where one spacing has this variance. */
function squaredError(one: GroupSums, two: GroupSums, variance: number): number {
  const ofMeans = (one.pairs && 1 / one.pairs) + (two.pairs && 1 / two.pairs);
  return (Math.max(variance, SMALLEST_VARIANCE) * ofMeans) / 4;
}

/** Variance of a spacing by the bit's own pairs; that of all spacings where the bit has too few. */
function varianceWithin(one: GroupSums, two: GroupSums, otherwise: number): number {
  const freedom = one.pairs + two.pairs - 2;
  if (freedom < 1) return otherwise;
  const squares = one.squares + two.squares - one.sum * meanOf(one) - two.sum * meanOf(two);
  return Math.max(0, squares) / freedom;
}
