import { constants, gunzipSync } from "node:zlib";

/** RFC 1952 section 2.3.1. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

// The first bytes of a file unzip to a thousand times as many at the most.
const MOST_BYTES = 8_000_000;

/** What the first bytes of a zipped file unzip to, though the file goes on; nothing when they do not unzip. */
export function firstUnzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES });
  } catch {
    return new Uint8Array();
  }
}
