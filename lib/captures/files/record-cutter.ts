import { createGrowingBytes } from "../growing-bytes";

/** A length beyond this is damage and no record, as it is for other readers. */
export const believableBytes = 16_777_216;

/** How a file format tells its records apart. Both functions get a buffer and the place where a record begins. */
export type RecordFormat = {
  /** How many bytes `measure` wants to see. */
  headerBytes: number;
  /** Length of the record, of which at least `headerBytes` are there. */
  measure(buffer: Buffer, start: number): number;
  /** A whole record. Gives how many of its bytes are done with: all, or at least one when it is to be looked at anew. */
  take(buffer: Buffer, start: number, length: number, fileOffset: number): number;
  /** A record longer than the cutter keeps; its bytes are passed over. */
  tooLong(): void;
};

/** Cuts a stream of bytes, however it comes in pieces, into the records of a format. */
export type RecordCutter = {
  push(chunk: Buffer): void;
  /** Whether the stream stands inside a record. */
  isInside(): boolean;
};

/** Keeps at most one record of `maxBytes`, and copies only records that are spread over pieces. */
export function createRecordCutter(format: RecordFormat, maxBytes: number): RecordCutter {
  const kept = createGrowingBytes();
  let skipBytes = 0;
  let position = 0; // in the file, of the first byte that is not yet done with

  /** Takes records as long as they are whole, and gives the place of the first that is not. */
  function takeWhole(buffer: Buffer): number {
    const end = buffer.length;
    let start = 0;
    while (end - start >= format.headerBytes) {
      const length = format.measure(buffer, start);
      if (length > maxBytes) return start + skip(length, end - start);
      if (length > end - start) return start;
      const done = format.take(buffer, start, length, position);
      start += done;
      position += done;
    }
    return start;
  }

  function skip(length: number, known: number): number {
    format.tooLong();
    const done = Math.min(length, known);
    skipBytes = length - done;
    position += done;
    return done;
  }

  function wanted(held: Buffer): number {
    if (held.length < format.headerBytes) return format.headerBytes;
    return Math.max(format.measure(held, 0), held.length + 1);
  }

  /** Adds to the record that came in pieces; gives how many bytes of the chunk went into it. */
  function keep(chunk: Buffer, start: number): number {
    const { held } = kept;
    const bytes = Math.min(wanted(held) - held.length, chunk.length - start);
    kept.add(chunk.subarray(start, start + bytes));
    kept.drop(takeWhole(kept.held));
    return bytes;
  }

  function pass(chunk: Buffer, start: number): number {
    const bytes = Math.min(skipBytes, chunk.length - start);
    skipBytes -= bytes;
    position += bytes;
    return bytes;
  }

  return {
    push(chunk) {
      let start = 0;
      while (start < chunk.length) {
        if (skipBytes > 0) start += pass(chunk, start);
        else if (kept.bytes > 0) start += keep(chunk, start);
        else {
          const rest = start === 0 ? chunk : chunk.subarray(start);
          const done = takeWhole(rest);
          start += done;
          if (skipBytes === 0 && done < rest.length) start += keep(chunk, start);
        }
      }
    },
    isInside: () => skipBytes > 0 || kept.bytes > 0,
  };
}
