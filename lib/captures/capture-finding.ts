/** What a reader of a capture noticed about the file itself; each code has its words in `messages`. */
export const captureFindingCodes = [
  "NOT_A_CAPTURE",
  "FILE_CUT",
  "GZIP_BROKEN",
  "GZIP_TOO_LARGE",
  "BLOCK_LENGTH_WRONG",
  "BLOCK_TOO_LARGE",
  "PACKET_CUT",
  "PACKET_LENGTH_WRONG",
  "LINK_TYPE_UNKNOWN",
  "INTERFACE_UNKNOWN",
  "TIME_GOES_BACK",
  "HEADER_CUT",
  "TUNNEL_TOO_DEEP",
  "FRAGMENTS_MISSING",
  "FRAGMENTS_OVERLAP",
  "STREAM_GAP",
  "STREAM_LIMIT",
  "STREAM_OVERLAP_DIFFERS",
  "WEBSOCKET_BROKEN",
] as const;
export type CaptureFindingCode = (typeof captureFindingCodes)[number];

export type CaptureFinding = {
  code: CaptureFindingCode;
  /** Packet it was first seen at; none when it concerns the whole file. */
  frame?: number;
  /** How often it was seen; readers report each code once, with its count. */
  count: number;
};
