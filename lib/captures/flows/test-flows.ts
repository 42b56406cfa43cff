// Captures of flows that only tests need, and what is read of them.
import type { Endpoint } from "../packet";
import { createPacketReader } from "../packet-reader";
import { evening, rtpBytes } from "../test-media";
import { ethernetUdp, ipPacket, type PacketToWrite, udpParts, writePcap } from "../write-capture";
import { createFlowCollector } from "./collect-flows";
import type { FlowFinding } from "./flow-finding";
import type { FlowLimits } from "./flow-limits";
import { createFlowLister } from "./list-flows";
import type { FlowSummary, PacketFlow } from "./packet-flow";

export const mara: Endpoint = { address: "192.0.2.10", port: 4_000 };
export const theo: Endpoint = { address: "198.51.100.20", port: 5_001 };
export const fromMara = "udp 192.0.2.10:4000 > 198.51.100.20:5001";

/** A datagram from Mara to Theo at so many milliseconds after the beginning, or between others. */
export function sent(
  milliseconds: number,
  payload: Uint8Array,
  { source = mara, destination = theo } = {},
): PacketToWrite {
  return {
    at: evening + milliseconds * 1_000,
    bytes: ethernetUdp({ source, destination, payload: Buffer.from(payload) }),
  };
}

type Speech = { count: number; ssrc?: number; startMs?: number; first?: number; ends?: { source: Endpoint } };

/** RTP packets of 20 ms. */
export function speechOf({
  count,
  ssrc = 0x1a2b_3c4d,
  startMs = 0,
  first = 100,
  ends,
}: Speech): PacketToWrite[] {
  return Array.from({ length: count }, (_, index) =>
    sent(
      startMs + index * 20,
      rtpBytes({ sequence: first + index, timestamp: 8_000 + index * 160, ssrc }),
      ends,
    ),
  );
}

/** Link type of captures that hold IP packets without a frame around them. */
export const rawIp = 101;

/** The packet as a capture keeps it whose snap length is so many bytes of the IP packet. */
export function cutTo(bytes: number, milliseconds: number, payload: Uint8Array): PacketToWrite {
  const whole = ipPacket(udpParts({ source: mara, destination: theo, payload: Buffer.from(payload) }));
  return { at: evening + milliseconds * 1_000, bytes: whole.subarray(0, bytes), wireBytes: whole.length };
}

export type Listed = { flows: FlowSummary[]; findings: FlowFinding[] };
export type Collected = { flows: PacketFlow[]; findings: FlowFinding[] };

export function inTimeOrder(packets: readonly PacketToWrite[]): PacketToWrite[] {
  return [...packets].sort((one, other) => one.at - other.at);
}

export function listedIn(capture: Uint8Array, limits?: Partial<FlowLimits>): Listed {
  const lister = createFlowLister(limits);
  const reader = createPacketReader(lister.sink);
  reader.push(capture);
  reader.end();
  return lister.end();
}

export function listed(packets: readonly PacketToWrite[], limits?: Partial<FlowLimits>): Listed {
  return listedIn(writePcap(packets), limits);
}

/** How many packets each flow has. */
export function countsOf({ flows }: Listed): Record<string, number> {
  return Object.fromEntries(flows.map(({ id, packets }) => [id, packets]));
}

export function collectedIn(
  capture: Uint8Array,
  wanted: ReadonlySet<string> | "all" = "all",
  limits?: Partial<FlowLimits>,
): Collected {
  const collector = createFlowCollector(wanted, limits);
  const reader = createPacketReader(collector.sink);
  reader.push(capture);
  reader.end();
  return collector.end();
}
