// Classic pcap, https://www.tcpdump.org/manpages/pcap-savefile.5.html (draft-ietf-opsawg-pcap).
import { type ByteOrder, bigEndian, littleEndian } from "./byte-order";
import type { CaptureFile, CaptureFormat } from "./capture-file";
import { believableBytes, type RecordFormat } from "./record-cutter";

/** The kinds of the file by its first four bytes, read little-endian. */
const kinds = new Map<number, PcapKind>([
  [0xa1b2c3d4, { order: littleEndian, ticksPerMicrosecond: 1, recordHeaderBytes: 16 }],
  [0xd4c3b2a1, { order: bigEndian, ticksPerMicrosecond: 1, recordHeaderBytes: 16 }],
  [0xa1b23c4d, { order: littleEndian, ticksPerMicrosecond: 1000, recordHeaderBytes: 16 }],
  [0x4d3cb2a1, { order: bigEndian, ticksPerMicrosecond: 1000, recordHeaderBytes: 16 }],
  // Kuznetzov's format: eight more bytes (interface, protocol, kind of packet) in each record header.
  [0xa1b2cd34, { order: littleEndian, ticksPerMicrosecond: 1, recordHeaderBytes: 24 }],
  [0x34cdb2a1, { order: bigEndian, ticksPerMicrosecond: 1, recordHeaderBytes: 24 }],
]);
export type PcapKind = { order: ByteOrder; ticksPerMicrosecond: number; recordHeaderBytes: number };

export const pcapFileHeaderBytes = 24;
const daySeconds = 86_400;

/** What a classic pcap is that begins with these four bytes; none when it is no such file. */
export function pcapKindOf(magic: number): PcapKind | undefined {
  return kinds.get(magic);
}

/** The reader of a classic pcap that begins with these four bytes; none when it is no such file. */
export function pcapFormat(magic: number): CaptureFormat | undefined {
  const kind = kinds.get(magic);
  return kind && ((file) => createPcapReader(kind, file));
}

/**
 * After a length that cannot be, the reader looks at every byte for the next record header that fits what came before:
 * within a day of the last packet, with lengths that agree.
 */
function createPcapReader(
  kind: PcapKind,
  { packet, packetRead, findings, limits }: CaptureFile,
): RecordFormat {
  const { isLittle } = kind.order;
  let isOpen = false;
  let linkType = 0;
  let isLost = false;
  let lastSecond = 0;

  function u32(buffer: Buffer, at: number): number {
    return isLittle ? buffer.readUInt32LE(at) : buffer.readUInt32BE(at);
  }

  function readFileHeader(buffer: Buffer, start: number): void {
    isOpen = true;
    // The upper bits tell about frame check sequences, which the lengths of IP leave out by themselves.
    linkType = u32(buffer, start + 20) & 0xffff;
    format.headerBytes = kind.recordHeaderBytes;
  }

  function isBelievable(buffer: Buffer, start: number): boolean {
    const bytes = u32(buffer, start + 8);
    const wireBytes = u32(buffer, start + 12);
    return (
      Math.abs(u32(buffer, start) - lastSecond) < daySeconds &&
      u32(buffer, start + 4) < kind.ticksPerMicrosecond * 1_000_000 &&
      bytes > 0 &&
      bytes <= wireBytes &&
      wireBytes <= limits.packetBytes
    );
  }

  function isDamaged(buffer: Buffer, start: number): boolean {
    return isLost ? !isBelievable(buffer, start) : u32(buffer, start + 8) > believableBytes;
  }

  function passDamage(frame: number): number {
    if (!isLost) findings.note("BLOCK_TOO_LARGE", frame);
    isLost = true;
    return 1;
  }

  const format: RecordFormat = {
    headerBytes: pcapFileHeaderBytes,
    measure(buffer, start) {
      if (!isOpen) return pcapFileHeaderBytes;
      return isDamaged(buffer, start) ? 1 : kind.recordHeaderBytes + u32(buffer, start + 8);
    },
    take(buffer, start, length, fileOffset) {
      if (!isOpen) {
        readFileHeader(buffer, start);
        return length;
      }
      if (isDamaged(buffer, start)) return passDamage(packet.frame + 1);
      isLost = false;
      lastSecond = u32(buffer, start);
      packet.buffer = buffer;
      packet.start = start + kind.recordHeaderBytes;
      packet.end = start + length;
      packet.cutBytes = u32(buffer, start + 12) - (length - kind.recordHeaderBytes);
      packet.fileOffset = fileOffset - start;
      packet.at = lastSecond * 1_000_000 + u32(buffer, start + 4) / kind.ticksPerMicrosecond;
      packet.linkType = linkType;
      packetRead();
      return length;
    },
    tooLong: () => findings.note("BLOCK_TOO_LARGE", packet.frame + 1),
  };
  return format;
}
