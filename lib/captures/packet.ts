/** One packet as the capture file holds it. `bytes` is a view that is good only until the reader goes on. */
export type Frame = {
  /** 1 for the first packet of the file, counted over all interfaces. */
  number: number;
  /** Microseconds since 1970-01-01 UTC; nanosecond captures give fractions. */
  at: number;
  /** LINKTYPE value (https://www.tcpdump.org/linktypes.html). */
  linkType: number;
  interfaceId: number;
  bytes: Uint8Array;
  /** Length on the wire; more than `bytes` holds when the capture cut the packet. */
  wireBytes: number;
  /** Place of `bytes` in the (unpacked) capture file. */
  offset: number;
};

export type Endpoint = { address: string; port: number };

export const transports = ["udp", "tcp", "sctp", "ws", "tls", "unknown"] as const;
/** What carried a message; "unknown" for text logs that do not say. */
export type Transport = (typeof transports)[number];

/** What one datagram carried. `bytes` is a view that is good only during the call that hands it over. */
export type Datagram = {
  transport: "udp" | "sctp" | "ws";
  source: Endpoint;
  destination: Endpoint;
  at: number;
  /** Number of the packet that held it, the last one when it came in fragments. */
  frame: number;
  bytes: Uint8Array;
  /** Place of `bytes` in the capture file; none when it was pieced together or unmasked. */
  offset?: number;
  /** Length on the wire; more than `bytes` holds when the capture cut the packet. */
  wireBytes: number;
};

/** One direction of a TCP connection. */
export type TcpFlow = { id: number; source: Endpoint; destination: Endpoint };

/** Bytes of a TCP flow in their order, each byte once. */
export type StreamPiece = { flow: TcpFlow; at: number; frame: number; bytes: Uint8Array; offset?: number };

/** A whole IP packet, before it is looked into: for what has no ports (ESP) and for counting. */
export type IpPacket = {
  at: number;
  frame: number;
  source: string;
  destination: string;
  /** IANA protocol number. */
  protocol: number;
  bytes: Uint8Array;
  /** Place in `bytes` of what the protocol carries, behind all headers of IP; with UDP, behind its header too. */
  contentStart: number;
  /** Length on the wire; more than `bytes` holds when the capture cut the packet. */
  wireBytes: number;
};
