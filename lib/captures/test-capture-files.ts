// Capture files that only tests need: both byte orders, every kind of time, and pcapng by its blocks.
import { bytes } from "./test-packets";

export type ByteOrderName = "little" | "big";

function numbersIn(order: ByteOrderName) {
  const u16 = (value: number) => {
    const buffer = Buffer.alloc(2);
    if (order === "big") buffer.writeUInt16BE(value);
    else buffer.writeUInt16LE(value);
    return buffer;
  };
  const u32 = (value: number) => {
    const buffer = Buffer.alloc(4);
    if (order === "big") buffer.writeUInt32BE(value);
    else buffer.writeUInt32LE(value);
    return buffer;
  };
  return { u16, u32 };
}

export type PcapSettings = {
  order: ByteOrderName;
  magic: number;
  packets: { second: number; fraction: number; bytes: Uint8Array }[];
};

/** A classic pcap of any kind; Kuznetzov's magic brings its longer record headers. */
export function pcapWith({ order, magic, packets }: PcapSettings): Buffer {
  const { u16, u32 } = numbersIn(order);
  const more = magic === 0xa1b2cd34 ? Buffer.alloc(8, 1) : Buffer.alloc(0);
  const head = bytes(u32(magic), u16(2), u16(4), u32(0), u32(0), u32(65_535), u32(1));
  const records = packets.map(({ second, fraction, bytes: content }) => {
    return bytes(u32(second), u32(fraction), u32(content.length), u32(content.length), more, content);
  });
  return bytes(head, ...records);
}

export type PacketBlock = {
  id?: number;
  high: number;
  low: number;
  bytes: Uint8Array;
  /** The captured length the block claims, when it is wrong. */
  says?: number;
  options?: boolean;
};

/** Makers of pcapng blocks in one byte order. */
export function blocksOf(order: ByteOrderName) {
  const { u16, u32 } = numbersIn(order);
  const padded = (content: Uint8Array) => bytes(content, Buffer.alloc(-content.length & 3));
  const block = (type: number, ...content: Uint8Array[]) => {
    const body = padded(bytes(...content));
    const length = u32(body.length + 12);
    return bytes(u32(type), length, body, length);
  };
  return {
    block,
    section: () => block(0x0a0d0d0a, u32(0x1a2b3c4d), u16(1), u16(0), u32(0xffff_ffff), u32(0xffff_ffff)),
    /** `options` as big-endian hexadecimal text of codes, lengths and values without padding. */
    device: ({ linkType = 1, snapBytes = 0, options = "" } = {}) =>
      block(1, u16(linkType), u16(0), u32(snapBytes), optionsOf(bytes(options), order)),
    packet: ({ id = 0, high, low, bytes: content, says, options }: PacketBlock) =>
      block(
        6,
        u32(id),
        u32(high),
        u32(low),
        u32(says ?? content.length),
        u32(content.length),
        padded(content),
        options ? bytes(u16(2), u16(4), u32(0), u16(0), u16(0)) : Buffer.alloc(0),
      ),
    old: ({ id = 0, high, low, bytes: content }: PacketBlock) =>
      block(
        2,
        u16(id),
        u16(0),
        u32(high),
        u32(low),
        u32(content.length),
        u32(content.length),
        padded(content),
      ),
    simple: (content: Uint8Array, kept = content.length) =>
      block(3, u32(content.length), content.subarray(0, kept)),
  };
}

/** Options in another byte order, padded, with their end. Only values of one or eight bytes are numbers here. */
function optionsOf(source: Buffer, order: ByteOrderName): Buffer {
  const { u16 } = numbersIn(order);
  const parts: Buffer[] = [];
  for (let at = 0; at < source.length; ) {
    const length = source.readUInt16BE(at + 2);
    const value = Buffer.from(source.subarray(at + 4, at + 4 + length));
    if (order === "little" && length === 8) value.reverse();
    parts.push(u16(source.readUInt16BE(at)), u16(length), value, Buffer.alloc(-length & 3));
    at += 4 + length;
  }
  return bytes(...parts, u16(0), u16(0));
}
