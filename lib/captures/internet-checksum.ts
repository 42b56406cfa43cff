/** RFC 1071: the one's complement of the sum of all 16-bit words; `start` is a sum to go on from. */
export function internetChecksum(bytes: Uint8Array, start = 0): number {
  const sum = foldedSum(bytes, start);
  return ~sum & 0xffff;
}

/** The folded 16-bit sum itself, to be gone on from. An odd last byte counts as the upper half of a word. */
export function foldedSum(bytes: Uint8Array, start = 0): number {
  let sum = start;
  for (let at = 0; at < bytes.length; at += 2) sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum % 0x10000) + Math.floor(sum / 0x10000);
  return sum;
}
