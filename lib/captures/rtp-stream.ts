import type { Endpoint } from "./packet";

/** One direction of media, as measured at the capture point (RFC 3550 appendix A). */
export type RtpStream = {
  source: Endpoint;
  destination: Endpoint;
  ssrc: number;
  payloadTypes: number[];
  /** Name of the codec by SDP or by the static table (RFC 3551); none when neither tells. */
  codec?: string;
  clockRate?: number;
  startedAt: number;
  endedAt: number;
  packets: number;
  payloadBytes: number;
  /** RFC 3550 A.3; negative when duplicates outnumber the missing. */
  lost: number;
  duplicates: number;
  outOfOrder: number;
  /** Interarrival jitter in milliseconds: the mean and the largest (RFC 3550 A.8). */
  meanJitterMs?: number;
  maxJitterMs?: number;
  /** Silences of the stream longer than a second: when each began and how long it was. */
  gaps: { at: number; seconds: number }[];
  /** Keys pressed (RFC 4733), in their order. */
  digits: { at: number; key: string; milliseconds: number }[];
  /** Whether the payload is encrypted, as far as the signalling or a DTLS handshake tells. */
  security?: "none" | "srtp-sdes" | "srtp-dtls" | "zrtp";
  /** What the other side's reports say (RTCP). */
  reported?: { packets: number; bytes: number; lost: number };
};
