import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { KnownFlow } from "./labelled-pairs";

/** An instant at which every flow is made to begin, so that nothing can be told from the time of day. */
const COMMON_START = 1_700_000_000_000_000;

/**
 * The directions of one call that both captures hold, told by the SSRC of RTP, which names the true partner and is used
 * for nothing else. The absolute time is taken away from both.
 */
export function knownFlowsOf(
  call: Pick<KnownFlow, "call" | "path" | "codec">,
  captures: { first: PacketFlow[]; second: PacketFlow[] },
  least: number,
): KnownFlow[] {
  return captures.first.flatMap((first) => {
    const second = captures.second.find((other) => isSameStream(first, other));
    if (!second || Math.min(first.at.length, second.at.length) < least) return [];
    const direction = first.summary.source.address;
    return [{ ...call, direction, first: withoutDate(first), second: withoutDate(second) }];
  });
}

function isSameStream({ summary: one }: PacketFlow, { summary: other }: PacketFlow): boolean {
  return one.ssrc !== undefined && one.ssrc === other.ssrc && one.source.address === other.source.address;
}

function withoutDate(flow: PacketFlow): PacketFlow {
  const begun = flow.at[0] ?? 0;
  return { ...flow, at: flow.at.map((time) => time - begun + COMMON_START) };
}
