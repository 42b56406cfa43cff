import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { planIndexes } from "../watermark/plan-indexes";
import type { IndexedTimes } from "../watermark/watermark";

/** Shorter stretches say nothing of a clock: 10 s. */
const shortest = 10_000_000;

/**
 * How much faster the clock of a capture runs than that of the capture of the marked flow, in parts per million: the
 * slope of the smallest delays, of the first third and of the last, which queues do not reach. Nothing where the two share less than ten seconds.
 */
export function clockDrift(times: IndexedTimes, reference: PacketFlow): number | undefined {
  const delays: { sent: number; delay: number }[] = [];
  planIndexes(reference).forEach((index, k) => {
    const sent = reference.at[k] as number;
    const delay = (times[index] ?? Number.NaN) - sent;
    if (!Number.isNaN(delay)) delays.push({ sent, delay });
  });
  const third = Math.floor(delays.length / 3);
  if (third === 0) return undefined;
  const smallest = (some: typeof delays) =>
    some.reduce((least, one) => (one.delay < least.delay ? one : least));
  const first = smallest(delays.slice(0, third));
  const last = smallest(delays.slice(-third));
  if (last.sent - first.sent < shortest) return undefined;
  return ((last.delay - first.delay) / (last.sent - first.sent)) * 1e6;
}
