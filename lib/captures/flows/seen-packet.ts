import type { RtpHeader } from "../rtp-header";

/** A packet as its flow counts it. One object serves all packets of a capture but those that have to wait. */
export type SeenPacket = {
  at: number;
  frame: number;
  /** Bytes of payload on the wire. */
  bytes: number;
  /** Whether the capture kept less than that. */
  isCut: boolean;
  /** Of the RTP header; `ssrc` is -1 where there is none. */
  ssrc: number;
  payloadType: number;
  sequence: number;
  timestamp: number;
};

export const noSsrc = -1;

export function emptySeenPacket(): SeenPacket {
  return {
    at: 0,
    frame: 0,
    bytes: 0,
    isCut: false,
    ssrc: noSsrc,
    payloadType: 0,
    sequence: 0,
    timestamp: 0,
  };
}

type Sight = { at: number; frame: number };

export function see(seen: SeenPacket, { at, frame }: Sight, bytes: number, isCut: boolean): void {
  seen.at = at;
  seen.frame = frame;
  seen.bytes = bytes;
  seen.isCut = isCut;
  seen.ssrc = noSsrc;
}

export function seeHeader(seen: SeenPacket, { ssrc, payloadType, sequence, timestamp }: RtpHeader): void {
  seen.ssrc = ssrc;
  seen.payloadType = payloadType;
  seen.sequence = sequence;
  seen.timestamp = timestamp;
}

/** A packet that has to wait keeps its numbers; written out, for a spread is slow and this is done often. */
export function keptApart(packet: SeenPacket): SeenPacket {
  const { at, frame, bytes, isCut, ssrc, payloadType, sequence, timestamp } = packet;
  return { at, frame, bytes, isCut, ssrc, payloadType, sequence, timestamp };
}
