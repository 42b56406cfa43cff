/** A WebSocket frame (RFC 6455 section 5.2), its content still masked. */
export type WebSocketFrame = {
  isFinal: boolean;
  /** RSV1, by which a compressed message is told (RFC 7692 section 6). */
  isCompressed: boolean;
  hasReservedBits: boolean;
  operation: number;
  mask: Buffer | undefined;
  headerBytes: number;
  contentBytes: number;
};

/** Reads a frame's header; none when more bytes are needed. */
export function readFrameHeader(bytes: Buffer): WebSocketFrame | undefined {
  if (bytes.length < 2) return undefined;
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  const short = second & 0x7f;
  const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0;
  const isMasked = second >= 0x80;
  const headerBytes = 2 + lengthBytes + (isMasked ? 4 : 0);
  if (bytes.length < headerBytes) return undefined;
  return {
    isFinal: first >= 0x80,
    isCompressed: (first & 0x40) !== 0,
    hasReservedBits: (first & 0x30) !== 0,
    operation: first & 15,
    mask: isMasked ? Buffer.from(bytes.subarray(headerBytes - 4, headerBytes)) : undefined,
    headerBytes,
    contentBytes: lengthBytes === 0 ? short : longLength(bytes, lengthBytes),
  };
}

function longLength(bytes: Buffer, lengthBytes: number): number {
  return lengthBytes === 2
    ? bytes.readUInt16BE(2)
    : bytes.readUInt32BE(2) * 0x1_0000_0000 + bytes.readUInt32BE(6);
}

/** A copy of the content, unmasked (section 5.3). */
export function unmasked(content: Buffer, mask: Buffer | undefined): Buffer {
  const clear = Buffer.from(content);
  if (mask) for (let at = 0; at < clear.length; at++) clear[at] = (clear[at] ?? 0) ^ (mask[at & 3] ?? 0);
  return clear;
}
