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
