type Slicing = { latin1Slice(start: number, end: number): string };

// Works on any view of bytes, without an object made for each.
const { latin1Slice } = Buffer.prototype as unknown as Slicing;

/** Bytes read as ISO 8859-1: each letter is one byte, so an index into the text is a place in the bytes. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return latin1Slice.call(bytes, start, end);
}
