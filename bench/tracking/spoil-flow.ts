import type { RandomSource } from "@/lib/call-tracking/random-source";
import { buildFlow } from "@/lib/call-tracking/simulation/build-flow";
import { sendThrough } from "@/lib/call-tracking/simulation/send-through";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";

const LOSS = 0.03;
const DRIFT_PPM = 50;
const MOST_MISSING = 50;

/**
 * A received flow as a worse capture would hold it: 3 % of its packets lost at random, 0 to 50 of the first missing, a clock
 * that runs 50 millionths fast, and RTP numbers that a relay has moved by a random amount, or none that can be read.
 */
export function spoilFlow(
  flow: PacketFlow,
  { hasNumbers, random }: { hasNumbers: boolean; random: RandomSource },
): PacketFlow {
  const begun = flowFrom(flow, Math.floor((MOST_MISSING + 1) * random()), Math.floor(65_536 * random()));
  return sendThrough(begun, { loss: LOSS, driftPpm: DRIFT_PPM, hidesHeaders: !hasNumbers }, random);
}

/** Without the first packets; numbers moved by so many. */
function flowFrom(flow: PacketFlow, first: number, moved: number): PacketFlow {
  return buildFlow(
    {
      at: flow.at.slice(first),
      bytes: flow.bytes.slice(first),
      sequence: flow.sequence?.slice(first).map((number) => number + moved),
      mediaTime: flow.mediaTime?.slice(first),
    },
    flow.summary,
  );
}
