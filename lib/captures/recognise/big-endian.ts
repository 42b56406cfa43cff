/** Numbers in network order. Past the end of `bytes` everything is zero, so that a cut packet cannot throw. */
export function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function u24(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 8) | (bytes[at + 2] ?? 0);
}

export function u32(bytes: Uint8Array, at: number): number {
  return ((u16(bytes, at) << 16) | u16(bytes, at + 2)) >>> 0;
}

/** Lower-case hexadecimal of a few bytes. */
export function hex(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += (bytes[at] ?? 0).toString(16).padStart(2, "0");
  return text;
}

/** Bytes as text, one character for each; control characters become "?" and the length is bounded. */
export function plainText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  const stop = Math.min(end, bytes.length, start + 255);
  for (let at = start; at < stop; at++) {
    const code = bytes[at] ?? 0;
    text += code < 0x20 || (code >= 0x7f && code < 0xa0) ? "?" : String.fromCharCode(code);
  }
  return text;
}
