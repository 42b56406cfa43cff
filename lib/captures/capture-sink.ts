import type { Datagram, IpPacket, StreamPiece, TcpFlow } from "./packet";

/** Who listens to a capture reader. All calls are made in the order of the capture, while bytes are pushed. */
export type CaptureSink = {
  /** A whole UDP datagram, SCTP user message or WebSocket message. */
  datagram(datagram: Datagram): void;
  /** The next bytes of a TCP flow that is not a WebSocket. */
  streamBytes(piece: StreamPiece): void;
  /** Bytes of the flow that the capture never saw; what follows begins anew. */
  streamGap(flow: TcpFlow, at: number): void;
  streamEnd(flow: TcpFlow, at: number): void;
  /** Every innermost IP packet, before its datagram. */
  ipPacket?(packet: IpPacket): void;
};
