/** One element of DER (X.690): its tag byte and its contents. */
export type DerElement = { tag: number; contents: Uint8Array };

const MOST_ELEMENTS = 10_000;

/** The elements that fill the bytes one after another; `undefined` where a length does not fit. */
export function readDer(bytes: Uint8Array): DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const header = readHeader(bytes, at);
    if (!header || elements.length >= MOST_ELEMENTS) return undefined;
    const end = header.start + header.length;
    if (end > bytes.length) return undefined;
    elements.push({ tag: header.tag, contents: bytes.subarray(header.start, end) });
    at = end;
  }
  return elements;
}

/** Lengths of up to four bytes (X.690 section 8.1.3); tags of one byte are all that is needed here. */
function readHeader(
  bytes: Uint8Array,
  at: number,
): { tag: number; start: number; length: number } | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: at + 2, length: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 2 + count > bytes.length) return undefined;
  let length = 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte;
  return { tag, start: at + 2 + count, length };
}
