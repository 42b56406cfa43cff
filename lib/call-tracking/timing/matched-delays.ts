import { medianInPlace } from "../watermark/median";
import type { SendingJitter } from "./sending-jitter";

/** Packets taken for the same in both flows: when the first had it, and how much later the second did, in milliseconds. */
export type MatchedDelays = { at: Float64Array; delays: Float64Array };

/** The packets of both flows at an index lag: packet k of the first and k + lag of the second. */
export function matchByOrder(first: Float64Array, second: Float64Array, lagPackets: number): MatchedDelays {
  const from = Math.max(0, -lagPackets);
  const to = Math.max(from, Math.min(first.length, second.length - lagPackets));
  const delays = new Float64Array(to - from);
  for (let k = 0; k < delays.length; k++)
    delays[k] = (second[from + k + lagPackets] ?? 0) - (first[from + k] ?? 0);
  return { at: first.subarray(from, to), delays };
}

/** The packets of both flows that stand at the same place of the grid, so that losses do not matter. */
export function matchByGrid(
  times: { first: Float64Array; second: Float64Array },
  jitter: { first: SendingJitter; second: SendingJitter },
  gridLag: number,
): MatchedDelays {
  const at = new Float64Array(times.first.length);
  const delays = new Float64Array(times.first.length);
  let count = 0;
  let other = 0;
  for (let place = 0; place < at.length; place++) {
    const wanted = (jitter.first.slots[place] ?? 0) + gridLag;
    while (other < times.second.length && (jitter.second.slots[other] ?? 0) < wanted) other++;
    if (jitter.second.slots[other] !== wanted) continue;
    at[count] = times.first[place] ?? 0;
    delays[count++] = (times.second[other++] ?? 0) - (times.first[place] ?? 0);
  }
  return { at: at.subarray(0, count), delays: delays.subarray(0, count) };
}

/** What the delays of one pair are like, in milliseconds; drift in parts per million. */
export type DelaySummary = { medianMs: number; middleHalfMs: number; driftPpm: number };

/** Delays that tell the median and the quarters well enough. */
const SAMPLED = 500;
/** Parts of the flow whose smallest delays tell the drift: queues only ever add to a delay. */
const PARTS = 12;

export function summariseDelays({ at, delays }: MatchedDelays): DelaySummary {
  const step = Math.max(1, Math.floor(delays.length / SAMPLED));
  const sorted = new Float64Array(Math.ceil(delays.length / step))
    .map((_, k) => delays[k * step] ?? 0)
    .sort();
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    medianMs: quantile(0.5),
    middleHalfMs: quantile(0.75) - quantile(0.25),
    driftPpm: driftOf({ at, delays }),
  };
}

/** The median slope between the smallest delays of all parts (Theil and Sen), which few bad parts cannot move. */
function driftOf({ at, delays }: MatchedDelays): number {
  const floors = Array.from({ length: PARTS }, (_, part) => floorOf({ at, delays }, part));
  const slopes: number[] = [];
  for (const [index, one] of floors.entries())
    for (const other of floors.slice(index + 1))
      if (other.at > one.at) slopes.push((other.delay - one.delay) / (other.at - one.at));
  return slopes.length === 0 ? 0 : 1e6 * medianInPlace(Float64Array.from(slopes), slopes.length);
}

function floorOf({ at, delays }: MatchedDelays, part: number): { at: number; delay: number } {
  const from = Math.floor((part * at.length) / PARTS);
  const to = Math.floor(((part + 1) * at.length) / PARTS);
  let lowest = { at: Number.NaN, delay: Number.POSITIVE_INFINITY };
  for (let k = from; k < to; k++)
    if ((delays[k] ?? 0) < lowest.delay) lowest = { at: at[k] ?? 0, delay: delays[k] ?? 0 };
  return lowest;
}
