import type { FlowAddress, PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { Watermark, WatermarkParameters } from "../watermark/watermark";
import { flowCapture } from "./flow-capture";
import { markFlow } from "./mark-flow";
import { seededRandom } from "./seeded-random";
import { sendThrough } from "./send-through";
import { simulateFlow } from "./simulate-flow";

/** A watermark for calls of half a minute at 50 packets a second. */
export const halfMinuteMark: WatermarkParameters = {
  bits: 24,
  redundancy: 12,
  distance: 1,
  shiftMs: 10,
  packets: 1_160,
};

const PACKETS = 1_300;
const DECOYS = 3;

/** The port at which the relay's copy of the call comes out. */
export const PARTNER_PORT = 5_062;

type Given = {
  startedAt: Date;
  /** Put in where the call leaves the provider; without it the timing alone is left. */
  watermark?: Watermark;
  /** Another number gives other flows. */
  seed?: number;
};

/**
 * One call at two places: as it left her provider, marked, and as it came out of a relay that encrypts it, between calls
 * of other people. The true partner is the flow to PARTNER_PORT.
 */
export function simulateTwoCaptures({ startedAt, watermark, seed = 2005 }: Given) {
  const random = seededRandom(seed);
  const call = (address: FlowAddress) =>
    simulateFlow(
      {
        packets: PACKETS,
        spacingMs: 20,
        jitterMs: 1,
        bytes: 42,
        startAt: startedAt.getTime() * 1_000 + Math.floor(1_500_000 * random()),
        firstSequence: Math.floor(30_000 * random()),
        address,
      },
      random,
    );
  const relayed = (flow: PacketFlow, port: number): PacketFlow => {
    const path = { delayMs: 140, jitterMs: 5, keepsOrder: true, hidesHeaders: true };
    return sendThrough({ ...flow, summary: { ...flow.summary, ...behindRelay(port) } }, path, random);
  };
  const sent = call(atHerProvider);
  const marked = watermark ? markFlow(sent, watermark) : sent;
  const others = Array.from({ length: DECOYS }, (_, place) =>
    relayed(call(atHerProvider), PARTNER_PORT + 2 + 2 * place),
  );
  return { near: flowCapture([marked]), far: flowCapture([relayed(marked, PARTNER_PORT), ...others]) };
}

// Addresses are from ranges kept for documentation (RFC 5737).
const atHerProvider: FlowAddress = {
  protocol: "udp",
  source: { address: "198.51.100.5", port: 30_400 },
  destination: { address: "203.0.113.9", port: 40_100 },
  ssrc: 0x6e6a0001,
};

function behindRelay(port: number): FlowAddress {
  return {
    protocol: "udp",
    source: { address: "203.0.113.80", port: 1_194 },
    destination: { address: "192.0.2.77", port },
  };
}
