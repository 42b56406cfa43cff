import { type BitSums, evidenceOf, markStrength } from "./mark-evidence";
import { type PlanMap, sumsAlong } from "./plan-map";
import type { SpacingScores } from "./spacing-scores";

export type FollowedSlips = { indexes: Int32Array; evidence: number };

/** How far an index may be from the first guess, to both sides. */
const widest = 10;
const offsets = 2 * widest + 1;
/** What it costs, as a logarithm of chance, to suppose a loss where the times show none, and none where they show one. */
const unseenLoss = 3.5;
const wrongGap = 1.5;
const rounds = 4;

/**
 * Corrects indexes that slipped because a lost packet was counted at the wrong place or not at all. Round by round the
 * likeliest word so far is read from the flow itself, and then the likeliest path of indexes for that word found
 * (Viterbi): it only ever moves ahead, by one for a packet and one more for each loss. The word that was put in is never
 * looked at. `firstGuess`: an index for each packet. `silent`: 1 where a long gap follows, at which anything may be missing.
 */
export function followSlips(input: {
  map: PlanMap;
  scores: SpacingScores;
  firstGuess: Int32Array;
  silent: Uint8Array;
}): FollowedSlips {
  const { map, scores, firstGuess } = input;
  const path = createPath(firstGuess.length);
  let best: FollowedSlips = { indexes: firstGuess, evidence: Number.NEGATIVE_INFINITY };
  let indexes = firstGuess;
  for (let round = 0; ; round++) {
    const sums = sumsAlong(map, scores, indexes);
    const evidence = evidenceOf(sums, scores.variance);
    if (evidence > best.evidence) best = { indexes, evidence };
    else if (round > 1) return best;
    if (round === rounds) return best;
    indexes = likeliestPath(input, path, votesOf(map, sums, scores.variance));
  }
}

/** What a score of 1 at each index of the plan adds to the likelihood, for the word that the sums speak for so far. */
function votesOf(map: PlanMap, bits: BitSums, variance: number): Float64Array {
  const strength = Math.sqrt(Math.max(markStrength(bits, variance).squared, 0.0025 * variance)) / variance;
  const leaning = bits.sums.map((sum) => strength * Math.tanh(strength * sum));
  return Float64Array.from(map.bitAt, (bit, z) =>
    bit < 0 ? 0 : (map.signAt[z] as number) * (leaning[bit] as number),
  );
}

type Path = { steps: Int8Array; worth: Float64Array; next: Float64Array };

function createPath(packets: number): Path {
  return {
    steps: new Int8Array(packets * offsets),
    worth: new Float64Array(offsets),
    next: new Float64Array(offsets),
  };
}

type PathInput = { scores: SpacingScores; firstGuess: Int32Array; silent: Uint8Array };

function likeliestPath(
  { scores, firstGuess, silent }: PathInput,
  path: Path,
  votes: Float64Array,
): Int32Array {
  for (let offset = 0; offset < offsets; offset++) path.worth[offset] = -0.3 * Math.abs(offset - widest);
  for (let k = 1; k < firstGuess.length; k++) {
    const from = firstGuess[k - 1] as number;
    const gap = (firstGuess[k] as number) - from - 1;
    path.next.fill(Number.NEGATIVE_INFINITY);
    for (let offset = 0; offset < offsets; offset++) {
      const vote = (votes[from - widest + offset] ?? 0) * (scores.values[k - 1] as number);
      moveOn(path, { k, offset, gap, vote, isSilent: silent[k - 1] === 1 });
    }
    const spare = path.worth;
    path.worth = path.next;
    path.next = spare;
  }
  return traceBack(path, firstGuess);
}

type Move = { k: number; offset: number; gap: number; vote: number; isSilent: boolean };

/** Reaches packet k from an offset of the one before, over as many missing packets as may be. */
function moveOn({ worth, next, steps }: Path, { k, offset, gap, vote, isSilent }: Move): void {
  const most = gap + (isSilent ? 3 : 1);
  const costOfMore = isSilent ? wrongGap : unseenLoss;
  for (let missing = Math.max(0, gap - offset); missing <= most; missing++) {
    const to = offset + missing - gap;
    if (to >= offsets) return;
    const cost = missing > gap ? (missing - gap) * costOfMore : (gap - missing) * wrongGap;
    const reached = (worth[offset] as number) - cost + (missing === 0 ? vote : 0);
    if (reached <= (next[to] as number)) continue;
    next[to] = reached;
    steps[k * offsets + to] = missing;
  }
}

function traceBack({ steps, worth }: Path, firstGuess: Int32Array): Int32Array {
  const indexes = new Int32Array(firstGuess.length);
  let offset = worth.reduce((best, value, at) => (value > (worth[best] as number) ? at : best), 0);
  for (let k = firstGuess.length - 1; k >= 0; k--) {
    indexes[k] = (firstGuess[k] as number) + offset - widest;
    if (k === 0) break;
    const gap = (firstGuess[k] as number) - (firstGuess[k - 1] as number) - 1;
    offset += gap - (steps[k * offsets + offset] as number);
  }
  return indexes;
}
