import type { PacketInHand } from "../packet-in-hand";

/** A DATA chunk (RFC 9260 section 3.3.1) or an I-DATA chunk (RFC 8260 section 2.1). */
export type DataChunk = {
  /** Transmission sequence number: fragments of one message have numbers in a row. */
  tsn: number;
  isBeginning: boolean;
  isEnd: boolean;
  /** Place of the content in the packet's buffer. */
  start: number;
  end: number;
  /** Content that the capture cut off. */
  cutBytes: number;
};

const data = 0;
const interleavedData = 64;
const chunkHeaderBytes = 4;
const dataHeaderBytes = 16;
const interleavedHeaderBytes = 20;

/** Reads the data chunk at `at`; none when the chunk is of another kind or its header is not whole. */
export function readDataChunk({ buffer, end }: PacketInHand, at: number): DataChunk | undefined {
  const type = buffer[at];
  const headerBytes = type === data ? dataHeaderBytes : interleavedHeaderBytes;
  if ((type !== data && type !== interleavedData) || end - at < headerBytes) return undefined;
  const length = buffer.readUInt16BE(at + 2);
  if (length < headerBytes) return undefined;
  const flags = buffer[at + 1] ?? 0;
  const contentEnd = Math.min(end, at + length);
  return {
    tsn: buffer.readUInt32BE(at + 4),
    isBeginning: (flags & 2) !== 0,
    isEnd: (flags & 1) !== 0,
    start: at + headerBytes,
    end: contentEnd,
    cutBytes: at + length - contentEnd,
  };
}

/** Where the chunk after this one begins (section 3.2: chunks are padded to four bytes). */
export function nextChunk(buffer: Buffer, at: number): number {
  const length = Math.max(chunkHeaderBytes, buffer.readUInt16BE(at + 2));
  return at + length + (-length & 3);
}
