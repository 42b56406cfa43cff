import type { CaptureSink } from "@/lib/captures/capture-sink";

/** Hands all that a capture holds to two listeners. */
export function bothSinks(one: CaptureSink, other: CaptureSink): CaptureSink {
  return {
    datagram(datagram) {
      one.datagram(datagram);
      other.datagram(datagram);
    },
    streamBytes(piece) {
      one.streamBytes(piece);
      other.streamBytes(piece);
    },
    streamGap(flow, at) {
      one.streamGap(flow, at);
      other.streamGap(flow, at);
    },
    streamEnd(flow, at) {
      one.streamEnd(flow, at);
      other.streamEnd(flow, at);
    },
    ipPacket(packet) {
      one.ipPacket?.(packet);
      other.ipPacket?.(packet);
    },
  };
}
