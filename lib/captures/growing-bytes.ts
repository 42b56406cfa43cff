/** Bytes that are added at the end and taken from the start, in one buffer that grows to what was ever held. */
export type GrowingBytes = {
  /** A view of what is held, good until the next change. */
  readonly held: Buffer;
  /** How many are held. */
  readonly bytes: number;
  add(bytes: Buffer): void;
  drop(bytes: number): void;
};

const firstBytes = 1_024;

export function createGrowingBytes(): GrowingBytes {
  let buffer = Buffer.alloc(0);
  let start = 0;
  let end = 0;

  /** Moves what is held to the front, of a larger buffer when this one is too small. */
  function makeRoom(bytes: number): void {
    const held = end - start;
    const enough = held + bytes <= buffer.length / 2;
    const target = enough ? buffer : Buffer.alloc(Math.max(firstBytes, (held + bytes) * 2));
    buffer.copy(target, 0, start, end);
    buffer = target;
    start = 0;
    end = held;
  }

  return {
    get held() {
      return buffer.subarray(start, end);
    },
    get bytes() {
      return end - start;
    },
    add(bytes) {
      if (end + bytes.length > buffer.length) makeRoom(bytes.length);
      bytes.copy(buffer, end);
      end += bytes.length;
    },
    drop(bytes) {
      start += bytes;
      if (start === end) buffer = Buffer.alloc(0);
      if (start === end) start = end = 0;
    },
  };
}
