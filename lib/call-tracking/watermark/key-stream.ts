import { createHash } from "node:crypto";

/** Whole numbers that follow from a key alone. */
export type KeyStream = {
  /** The next number from 0 (included) to `limit` (excluded), all equally likely. `limit` up to 2^32. */
  below(limit: number): number;
};

export const KEY_BYTES = 32;
const WORDS_IN_BLOCK = 8;
const WORD_VALUES = 2 ** 32;

/**
 * A random-number stream of SHA-256 in counter mode: block i is SHA-256(label, key, i as 32 bits), read as eight
 * big-endian words. The label keeps streams of one key for different uses apart.
 */
export function createKeyStream(key: Uint8Array, label: string): KeyStream {
  if (key.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${key.length}`);
  let block: Buffer = Buffer.alloc(0);
  let counter = 0;
  let word = WORDS_IN_BLOCK;

  function nextWord(): number {
    if (word === WORDS_IN_BLOCK) {
      block = blockOf(key, label, counter++);
      word = 0;
    }
    return block.readUInt32BE(4 * word++);
  }

  return {
    below(limit) {
      // Words above the last whole multiple of the limit would make small numbers likelier: they are drawn again.
      const fair = WORD_VALUES - (WORD_VALUES % limit);
      let drawn = nextWord();
      while (drawn >= fair) drawn = nextWord();
      return drawn % limit;
    },
  };
}

function blockOf(key: Uint8Array, label: string, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return createHash("sha256").update(label).update(key).update(count).digest();
}
