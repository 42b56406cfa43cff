import { plainText, u16 } from "./big-endian";

const MAX_LABELS = 128;
const MAX_NAME = 255;

/**
 * A name in lower case, without the last dot ("." for the root), and where it ends in the message (RFC 1035 section
 * 4.1.4). Nothing when it is broken: pointers must lead backwards, so that none can run in a circle.
 */
export function readDnsName(bytes: Uint8Array, start: number): { text: string; end: number } | undefined {
  const labels: string[] = [];
  let at = start;
  let lowest = start;
  let end: number | undefined;
  let length = 0;
  for (let count = 0; count < MAX_LABELS && at < bytes.length; count++) {
    const size = bytes[at] ?? 0;
    if (size === 0) return { text: labels.join(".") || ".", end: end ?? at + 1 };
    if (size >= 0xc0) {
      const target = u16(bytes, at) & 0x3fff;
      if (target >= lowest) return undefined;
      end ??= at + 2;
      lowest = target;
      at = target;
      continue;
    }
    length += size + 1;
    if (size > 63 || at + 1 + size > bytes.length || length > MAX_NAME) return undefined;
    labels.push(plainText(bytes, at + 1, at + 1 + size).toLowerCase());
    at += 1 + size;
  }
  return undefined;
}
