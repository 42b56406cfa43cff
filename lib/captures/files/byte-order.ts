/** Reads numbers in the byte order that a file or a section of it was written in. */
export type ByteOrder = {
  isLittle: boolean;
  u16(buffer: Buffer, at: number): number;
  u32(buffer: Buffer, at: number): number;
  i64(buffer: Buffer, at: number): bigint;
};

export const littleEndian: ByteOrder = {
  isLittle: true,
  u16: (buffer, at) => buffer.readUInt16LE(at),
  u32: (buffer, at) => buffer.readUInt32LE(at),
  i64: (buffer, at) => buffer.readBigInt64LE(at),
};

export const bigEndian: ByteOrder = {
  isLittle: false,
  u16: (buffer, at) => buffer.readUInt16BE(at),
  u32: (buffer, at) => buffer.readUInt32BE(at),
  i64: (buffer, at) => buffer.readBigInt64BE(at),
};
