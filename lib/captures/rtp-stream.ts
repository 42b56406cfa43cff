import type { Endpoint } from "./packet";

/**
 * What protects the media: keys in the signalling, keys made by a DTLS or ZRTP handshake that was seen, or (by the size
 * of the payload, when the signalling is hidden) SRTP with unknown keys.
 */
export const mediaSecurities = ["none", "srtp-sdes", "srtp-dtls", "zrtp", "srtp"] as const;
export type MediaSecurity = (typeof mediaSecurities)[number];

/** Between which places a stream runs. */
export type StreamEnds = { source: Endpoint; destination: Endpoint };

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
  /** Whether the payload is encrypted, as far as the signalling, a handshake or its size tells. */
  security?: MediaSecurity;
  /** RTCP: what the sender says it sent (packets, bytes), and what the receiver says it missed; each if it said so. */
  reported?: { packets?: number; bytes?: number; lost?: number };
  /** Number of the packet it was first seen in. */
  frame?: number;
  /** How often sequence numbers or timestamps jumped, as when a sender begins anew; absent when they never did. */
  restarts?: number;
  /** Packets of comfort noise (RFC 3389), sent in place of silence; absent when there were none. */
  comfortNoisePackets?: number;
  /** Mean time between two packets, the gaps left out; absent for a single packet. */
  spacingMs?: number;
  /** Whether gaps or digits were left out because there were too many. */
  isShortened?: boolean;
};
