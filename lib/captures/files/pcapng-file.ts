// pcapng, draft-ietf-opsawg-pcapng (https://ietf-opsawg-wg.github.io/draft-ietf-opsawg-pcap/draft-ietf-opsawg-pcapng.html).
import { type ByteOrder, bigEndian, littleEndian } from "./byte-order";
import type { CaptureFile, CaptureFormat } from "./capture-file";
import { type CaptureInterface, microseconds, readInterface } from "./pcapng-interface";
import { believableBytes, type RecordFormat } from "./record-cutter";

export const sectionHeader = 0x0a0d0d0a;
export const interfaceDescription = 1;
export const oldPacket = 2;
export const simplePacket = 3;
export const enhancedPacket = 6;
/** Block types from the standard; others are passed over, but none is looked for after damage. */
const lastPlainType = 0x0f;

const byteOrderMagic = 0x1a2b3c4d;
/** The length of a block stands once more at its end. */
export const trailerBytes = 4;

/** The reader of pcapng for a file that begins with these four bytes; none when it is no such file. */
export function pcapngFormat(magic: number): CaptureFormat | undefined {
  return magic === sectionHeader ? createPcapngReader : undefined;
}

/** After a length that cannot be, the reader looks at every fourth byte for the beginning of a known block. */
function createPcapngReader({ packet, packetRead, findings, limits }: CaptureFile): RecordFormat {
  let order: ByteOrder = littleEndian;
  let interfaces: CaptureInterface[] = [];
  let isLost = false;
  let lastAt = 0;

  /** The block's length, or 0 when it cannot be one. */
  function lengthOf(buffer: Buffer, start: number): number {
    const type = order.u32(buffer, start);
    if (isLost && type !== sectionHeader && (type === 0 || type > lastPlainType)) return 0;
    const its = type === sectionHeader ? sectionOrder(buffer, start) : order;
    const length = its?.u32(buffer, start + 4) ?? 0;
    const isBelievable = length >= 12 && length <= believableBytes && length % 4 === 0;
    return isBelievable && !(isLost && length > limits.packetBytes) ? length : 0;
  }

  function trailerOf(buffer: Buffer, start: number, length: number): number {
    const its = order.u32(buffer, start) === sectionHeader ? sectionOrder(buffer, start) : order;
    return (its ?? order).u32(buffer, start + length - trailerBytes);
  }

  function passDamage(buffer: Buffer, start: number): number {
    const isTooLarge = order.u32(buffer, start + 4) > believableBytes;
    if (!isLost) findings.note(isTooLarge ? "BLOCK_TOO_LARGE" : "BLOCK_LENGTH_WRONG", packet.frame + 1);
    isLost = true;
    return 4;
  }

  /** Reads a block and gives where its known content ends, to go on from there when its two lengths differ. */
  function readBlock(buffer: Buffer, start: number, end: number): number {
    const type = order.u32(buffer, start);
    if (type === sectionHeader) return openSection(buffer, start);
    if (type === interfaceDescription) return describeInterface(buffer, start, end);
    if (type === enhancedPacket) return readPacket(buffer, start, end, order.u32(buffer, start + 8));
    if (type === oldPacket) return readPacket(buffer, start, end, order.u16(buffer, start + 8));
    if (type === simplePacket) return readSimplePacket(buffer, start, end);
    return start + 8;
  }

  function openSection(buffer: Buffer, start: number): number {
    order = sectionOrder(buffer, start) ?? order;
    interfaces = [];
    return start + 12;
  }

  function describeInterface(buffer: Buffer, start: number, end: number): number {
    if (end - start < 16) return tooShort(start);
    // Numbers beyond 16 bits cannot be named by old packets, and no real capture has so many.
    if (interfaces.length < 0x1_0000) interfaces.push(readInterface(buffer, start, end, order));
    return start + 16;
  }

  /** Enhanced and old packet blocks differ only in the width of the interface's number. */
  function readPacket(buffer: Buffer, start: number, end: number, interfaceId: number): number {
    if (end - start < 28) return tooShort(start);
    const from = interfaces[interfaceId];
    packet.linkType = from?.linkType ?? -1;
    if (from) lastAt = microseconds(from, order.u32(buffer, start + 12), order.u32(buffer, start + 16));
    if (!from) findings.note("INTERFACE_UNKNOWN", packet.frame + 1);
    const bytes = fitting(order.u32(buffer, start + 20), end - start - 28);
    return handOver(buffer, start + 28, bytes, order.u32(buffer, start + 24));
  }

  /** A simple packet belongs to the first interface and has no time; it takes that of the packet before. */
  function readSimplePacket(buffer: Buffer, start: number, end: number): number {
    if (end - start < 12) return tooShort(start);
    const from = interfaces[0];
    packet.linkType = from?.linkType ?? -1;
    if (!from) findings.note("INTERFACE_UNKNOWN", packet.frame + 1);
    const wireBytes = order.u32(buffer, start + 8);
    const snapped = from?.snapBytes ? Math.min(wireBytes, from.snapBytes) : wireBytes;
    return handOver(buffer, start + 12, Math.min(snapped, end - start - 12), wireBytes);
  }

  function fitting(bytes: number, room: number): number {
    if (bytes > room) findings.note("PACKET_LENGTH_WRONG", packet.frame + 1);
    return Math.min(bytes, room);
  }

  function handOver(buffer: Buffer, start: number, bytes: number, wireBytes: number): number {
    packet.buffer = buffer;
    packet.start = start;
    packet.end = start + bytes;
    packet.cutBytes = wireBytes - bytes;
    packet.at = lastAt;
    packetRead();
    return start + bytes;
  }

  function tooShort(start: number): number {
    findings.note("BLOCK_LENGTH_WRONG", packet.frame + 1);
    return start + 8;
  }

  return {
    headerBytes: 12,
    measure: (buffer, start) => lengthOf(buffer, start) || 4,
    take(buffer, start, length, fileOffset) {
      if (lengthOf(buffer, start) === 0) return passDamage(buffer, start);
      const isSound = trailerOf(buffer, start, length) === length;
      // Looks like a block by chance only.
      if (isLost && !isSound) return 4;
      packet.fileOffset = fileOffset - start;
      isLost = !isSound;
      const known = readBlock(buffer, start, start + length - trailerBytes);
      if (isSound) return length;
      findings.note("BLOCK_LENGTH_WRONG", packet.frame);
      return known - start + (-(known - start) & 3);
    },
    tooLong: () => findings.note("BLOCK_TOO_LARGE", packet.frame + 1),
  };
}

/** The byte order a section says it has; none when it is no section header. */
export function sectionOrder(buffer: Buffer, start: number): ByteOrder | undefined {
  if (buffer.readUInt32LE(start + 8) === byteOrderMagic) return littleEndian;
  return buffer.readUInt32BE(start + 8) === byteOrderMagic ? bigEndian : undefined;
}
