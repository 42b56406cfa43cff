/**
 * The packet that is being taken apart; one object serves a whole capture. Each layer reads its header at `start` and
 * moves `start` and `end` to what it carried.
 */
export type PacketInHand = {
  buffer: Buffer;
  start: number;
  end: number;
  /** Bytes that followed `end` on the wire and are not in the capture. */
  cutBytes: number;
  /** Place of `buffer[0]` in the capture file; -1 when the bytes were pieced together. */
  fileOffset: number;
  /** Microseconds since 1970-01-01 UTC. */
  at: number;
  frame: number;
  linkType: number;
  etherType: number;
  /** The innermost IP header so far. */
  source: string;
  destination: string;
  protocol: number;
  /** Where that header and all it carries lie. */
  ipStart: number;
  ipEnd: number;
  sourcePort: number;
  destinationPort: number;
};

export function emptyHand(): PacketInHand {
  return {
    buffer: Buffer.alloc(0),
    start: 0,
    end: 0,
    cutBytes: 0,
    fileOffset: 0,
    at: 0,
    frame: 0,
    linkType: 0,
    etherType: 0,
    source: "",
    destination: "",
    protocol: 0,
    ipStart: 0,
    ipEnd: 0,
    sourcePort: 0,
    destinationPort: 0,
  };
}
