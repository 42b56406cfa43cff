import type { AlignedFlow } from "./aligned-flow";
import type { AlignerInput } from "./aligner-input";
import { countByOrder } from "./count-by-order";
import { type FollowedSlips, followSlips } from "./follow-slips";
import { takeApart } from "./joined-packets";
import { layOut } from "./lay-out";
import type { FoundStart } from "./mark-search";
import { packetTimeOf } from "./packet-time";
import { type PacketTrack, trackByNumbers } from "./packet-track";
import { scoreSpacings } from "./spacing-scores";

/** At longer spacings than this, in microseconds, anything may be missing. */
const silence = 100_000;
/** Of the best starts this many are followed packet by packet. */
const followed = 2;

type OrderInput = AlignerInput & { inOrder: Float64Array };
/** Guesses at which a mark stands out less than this, as it does somewhere in most flows, are not followed. */
const worthFollowing = 2;

/** A guess at the numbers of the packets, and a start in it. */
type Guess = FoundStart & { track: PacketTrack; numbers: Int32Array };

/**
 * By the order and times of packets, where no numbers can be read. Two guesses at the losses are made: none, and as many
 * as the spacing shows. The start is the one at which a mark stands out most, and slips of the index are then followed
 * through the flow. With packets out of order the order of arrival counts.
 */
export function alignByOrder(input: OrderInput): AlignedFlow {
  const { inOrder } = input;
  const { packets } = input.plan.parameters;
  const counted = countByOrder(inOrder, packetTimeOf(inOrder));
  const isEven = counted.at(-1) === counted.length - 1;
  const plain = guessesFrom(input, Int32Array.from(inOrder.keys()));
  const guesses = isEven ? plain : [...plain, ...guessesFrom(input, counted)];
  const apart = bestApart(input);
  const best = guesses.reduce((best, guess) => (guess.evidence > best.evidence ? guess : best));
  const tried = (plain[0]?.tried ?? 0) * (isEven ? 1 : 2) + (apart?.tried ?? 0);
  if (apart && apart.evidence > best.evidence)
    return { ...layOut({ ...apart, packets }), by: "order", tried };
  const worthy = isEven ? [] : guesses.filter(({ evidence }) => evidence > worthFollowing);
  if (worthy.length === 0) return { ...layOut({ ...best, joined: 1, packets }), by: "order", tried };
  return { ...layAlong(inOrder, bestFollowed(input, worthy), packets), by: "order", tried };
}

function guessesFrom({ inOrder, plan, search }: OrderInput, numbers: Int32Array): Guess[] {
  const { distance, shiftMs } = plan.parameters;
  const track = trackByNumbers(inOrder, numbers);
  const starts = search.find(scoreSpacings(track.times, distance, shiftMs), followed);
  return starts.map((start) => ({ ...start, track, numbers }));
}

function bestApart({ inOrder, plan, search, joined }: OrderInput) {
  const { distance, shiftMs } = plan.parameters;
  let best: (FoundStart & { track: PacketTrack; joined: number }) | undefined;
  for (const frames of joined) {
    const track = takeApart({ times: inOrder, duplicates: 0 }, frames);
    const [found] = search.find(scoreSpacings(track.times, distance, shiftMs / frames), 1);
    if (found && !(best && best.evidence >= found.evidence)) best = { ...found, track, joined: frames };
  }
  return best;
}

function bestFollowed({ inOrder, plan, search }: OrderInput, guesses: Guess[]): FollowedSlips {
  const { distance, shiftMs } = plan.parameters;
  const scores = scoreSpacings(inOrder, distance, shiftMs);
  const silent = Uint8Array.from(inOrder, (at, k) => ((inOrder[k + 1] ?? at) - at > silence ? 1 : 0));
  const paths = guesses.map(({ start, numbers }) => {
    return followSlips({
      map: search.map,
      scores,
      silent,
      firstGuess: numbers.map((number) => number - start),
    });
  });
  return paths.reduce((best, path) => (path.evidence > best.evidence ? path : best));
}

function layAlong(inOrder: Float64Array, { indexes }: FollowedSlips, packets: number) {
  const times = new Float64Array(packets).fill(Number.NaN);
  let found = 0;
  indexes.forEach((index, k) => {
    if (index < 0 || index >= packets) return;
    times[index] = inOrder[k] as number;
    found++;
  });
  return { times, firstIndex: indexes[0] ?? 0, found, duplicates: 0 };
}
