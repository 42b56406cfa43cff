import type { Endpoint } from "../packet";

export const flowProtocols = ["udp", "tcp", "sctp", "ip"] as const;
/** What carried a flow; "ip" for packets without ports (ESP, GRE inside nothing we read). */
export type FlowProtocol = (typeof flowProtocols)[number];

/** One direction between two places; of RTP, one source (SSRC) in it. */
export type FlowAddress = {
  protocol: FlowProtocol;
  source: Endpoint;
  destination: Endpoint;
  /** IANA protocol number; of "ip" alone, whose ports are 0. */
  ipProtocol?: number;
  /** RFC 3550 section 8: the source that RTP headers name; absent where no RTP was read. */
  ssrc?: number;
};

/** A flow as a list shows it. */
export type FlowSummary = FlowAddress & {
  /**
   * Names the flow in its capture, the same at each reading: "udp 192.0.2.1:4000 > 198.51.100.2:5000 ssrc 1a2b3c4d",
   * with " #2" for what came after a silence of a minute or more; "ip 192.0.2.1 > 198.51.100.2 protocol 50".
   */
  id: string;
  /** Of TCP, the segments that brought bytes not seen before: neither bare acknowledgements nor retransmissions. */
  packets: number;
  /** Bytes of payload on the wire, whether or not the capture kept them. */
  payloadBytes: number;
  /** Microseconds since 1970-01-01 UTC, of the first and the last packet. */
  firstAt: number;
  lastAt: number;
  /** Median time between two packets; absent below three packets. */
  medianGapMs?: number;
  payloadType?: number;
  /** Packets that the capture cut (snap length): sizes and times are whole, contents are not. */
  cutPackets: number;
};

/**
 * The packets of one flow in the order of the capture: all arrays have one entry a packet. Sizes and times alone are
 * always there; sequence numbers only where RTP headers were readable.
 */
export type PacketFlow = {
  summary: FlowSummary;
  /** Microseconds since 1970-01-01 UTC. */
  at: Float64Array;
  /** Payload bytes on the wire. */
  bytes: Uint16Array;
  /** Number of the packet in the capture file, from 1. */
  frame?: Uint32Array;
  /** RTP sequence numbers, unwrapped: they go on counting beyond 65,535, and may step back where packets came late. */
  sequence?: Int32Array;
  /** RTP timestamps, unwrapped, in ticks of the media clock. */
  mediaTime?: Float64Array;
};
