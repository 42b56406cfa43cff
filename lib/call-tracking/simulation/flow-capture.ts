import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { ethernetUdp, type PacketToWrite, writePcap } from "@/lib/captures/write-capture";

/** A capture that holds these UDP flows: RTP where a flow has sequence numbers, sealed bytes where it has none. */
export function flowCapture(flows: readonly PacketFlow[]): Uint8Array {
  const packets = flows.flatMap(packetsOf);
  return writePcap(packets.sort((one, other) => one.at - other.at));
}

function packetsOf(flow: PacketFlow): PacketToWrite[] {
  const { source, destination } = flow.summary;
  return Array.from(flow.at, (at, place) => ({
    at,
    bytes: ethernetUdp({ source, destination, payload: payloadOf(flow, place) }),
  }));
}

function payloadOf(flow: PacketFlow, place: number): Uint8Array {
  const payload = sealedBytes(flow.bytes[place] ?? 0, place);
  return flow.sequence ? withRtpHeader(payload, flow, place) : payload;
}

/** Bytes that look like nothing in particular, as encrypted ones do. */
function sealedBytes(length: number, seed: number): Buffer {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return Buffer.from(
    Array.from({ length }, () => {
      state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 1;
      return (state >>> 16) & 0xff;
    }),
  );
}

const RTP_VERSION = 0x80;
const G711 = 0;

/** RFC 3550 section 5.1. */
function withRtpHeader(payload: Buffer, flow: PacketFlow, place: number): Buffer {
  payload[0] = RTP_VERSION;
  payload[1] = G711;
  payload.writeUInt16BE((flow.sequence?.[place] ?? 0) & 0xffff, 2);
  payload.writeUInt32BE((flow.mediaTime?.[place] ?? 0) >>> 0, 4);
  payload.writeUInt32BE(flow.summary.ssrc ?? 0, 8);
  return payload;
}
