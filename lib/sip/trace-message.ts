import type { Endpoint, Transport } from "@/lib/captures/packet";

/** A SIP message where and when the capture saw it. */
export type TraceMessage = {
  /** 1 for the first SIP message of the trace. */
  number: number;
  /** Microseconds since 1970-01-01 UTC; none when a text log does not tell. */
  at?: number;
  transport: Transport;
  /** None when a text log does not tell. */
  source?: Endpoint;
  destination?: Endpoint;
  /** Packet of the capture, or line of the text log, in which it ended. */
  frame: number;
  /** Place of the message in the (unpacked) file; none when it was pieced together. */
  offset?: number;
  /** The bytes read as ISO 8859-1 (see `SipMessage`). */
  text: string;
  /** Whether the capture cut the message off. */
  isCut?: boolean;
};
