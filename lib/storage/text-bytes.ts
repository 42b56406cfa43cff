/** Whether the first bytes of a file are Unicode text without NUL: UTF-8, or UTF-16 with its byte order mark. */
export function isUnicodeText(bytes: Uint8Array): boolean {
  const text = decode(bytes, encodingOf(bytes));
  return text !== undefined && !text.includes("\0");
}

/** Whether they are text in an older 8-bit encoding: no control characters but tab, new line, page and escape. */
export function isOlderText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // As a stream, because the first bytes may end inside a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
