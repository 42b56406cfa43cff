import { medianInPlace } from "../watermark/median";
import { runningMedian } from "./running-median";

/** Packets on both sides among which a packet counts as early or late. */
const AROUND = 7;
/** Deviations of this many robust standard deviations count most; larger ones less and less, as they are queues. */
const CLIP = 2;
/** No clock of a capture is better than this, in milliseconds. */
const FLOOR_MS = 0.01;
/** Share of a deviation by which the grid follows the flow, and the largest deviation that it follows, in ms. */
const FOLLOW = 0.01;
const FOLLOW_UP_TO_MS = 3;
/** A silence that would make the grid longer than this is cut short. */
const MAX_SLOTS = 32_768;

/** How each packet of a flow was early or late against its neighbours, laid on a grid of its spacing. */
export type SendingJitter = {
  /** One entry for each place of the grid: 0 where no packet is, else from -0.5 (early) to 0.5 (late). */
  scores: Float64Array;
  /** Place of each packet on the grid, from 0, rising. */
  slots: Int32Array;
  /** Robust standard deviation of the deviations, in milliseconds. */
  jitterMs: number;
};

/**
 * Lays packets on the grid of their spacing, which follows the sender's clock slowly, and scores each deviation from the
 * running median by u / (1 + u * u), u in clips: the score of a heavy-tailed law (Cauchy), since what delays packets has
 * heavy tails. Lost packets and silences leave places of the grid empty.
 */
export function sendingJitterOf(at: Float64Array, spacingMs: number): SendingJitter {
  const { slots, deviations } = layOnGrid(at, spacingMs);
  const medians = runningMedian(deviations, AROUND);
  const sizes = new Float64Array(at.length);
  for (let place = 0; place < at.length; place++) {
    const deviation = (deviations[place] ?? 0) - (medians[place] ?? 0);
    deviations[place] = deviation;
    sizes[place] = Math.abs(deviation);
  }
  const jitterMs = 1.4826 * (medianInPlace(sizes, sizes.length) || 0) + FLOOR_MS;
  return { scores: scoresOf(deviations, slots, CLIP * jitterMs), slots, jitterMs };
}

function layOnGrid(at: Float64Array, spacingMs: number) {
  const slots = new Int32Array(at.length);
  const deviations = new Float64Array(at.length);
  let origin = at[0] ?? 0;
  let last = 0;
  for (let place = 0; place < at.length; place++) {
    const since = (at[place] ?? 0) - origin;
    const nearest = Math.round(since / spacingMs);
    last = Math.max(last, Math.min(nearest, MAX_SLOTS - 1));
    slots[place] = last;
    const deviation = since - spacingMs * nearest;
    deviations[place] = deviation;
    origin += FOLLOW * Math.max(-FOLLOW_UP_TO_MS, Math.min(FOLLOW_UP_TO_MS, deviation));
  }
  return { slots, deviations };
}

function scoresOf(deviations: Float64Array, slots: Int32Array, clipMs: number): Float64Array {
  const scores = new Float64Array((slots.at(-1) ?? -1) + 1);
  for (let place = 0; place < slots.length; place++) {
    const u = (deviations[place] ?? 0) / clipMs;
    scores[slots[place] ?? 0] = u / (1 + u * u);
  }
  return scores;
}
