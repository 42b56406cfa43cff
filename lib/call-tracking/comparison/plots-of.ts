import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { delaysBetween } from "../timing/delays-between";
import type { Watermark } from "../watermark/watermark";
import { isSameStream, sharedPackets } from "./compare-headers";
import type { ComparisonPlots } from "./comparison-result";
import type { Examined } from "./examine-candidate";
import { bitsPlot } from "./look-for-mark";

type Delay = NonNullable<ComparisonPlots["delay"]>[number];
const MOST_POINTS = 600;

/** What a person can check by eye of one candidate. */
export function plotsOf(
  examined: Examined,
  { first, watermark }: { first: PacketFlow | undefined; watermark: Watermark | undefined },
): ComparisonPlots {
  const delay = first ? thinned(delaysOf(first, examined)) : [];
  return {
    ...(delay.length > 0 && { delay }),
    ...(watermark && examined.mark && { bits: bitsPlot(watermark, examined.mark.read) }),
  };
}

/** By the numbers in the headers where they name one stream, and else by the place that agrees best in timing. */
function delaysOf(first: PacketFlow, { flow, stream, timing }: Examined): Delay[] {
  if (stream && isSameStream(stream)) return delaysByNumber(first, flow);
  return timing ? delaysBetween(first, flow, timing.lagPackets) : [];
}

function delaysByNumber(first: PacketFlow, second: PacketFlow): Delay[] {
  const shared = sharedPackets(first, second);
  const start = first.at[shared.first[0] as number] as number;
  const delays = Array.from(shared.first, (place, k): Delay => {
    const sentAt = first.at[place] as number;
    const arrivedAt = second.at[shared.second[k] as number] as number;
    return { seconds: (sentAt - start) / 1e6, milliseconds: (arrivedAt - sentAt) / 1000 };
  });
  const smallest = delays.reduce((least, { milliseconds }) => Math.min(least, milliseconds), Infinity);
  return delays.map(({ seconds, milliseconds }) => ({ seconds, milliseconds: milliseconds - smallest }));
}

/** Every n-th point, so that peaks are neither sought out nor smoothed away. */
function thinned(delays: readonly Delay[]): Delay[] {
  const step = Math.ceil(delays.length / MOST_POINTS);
  return delays.filter((_, place) => place % step === 0);
}
