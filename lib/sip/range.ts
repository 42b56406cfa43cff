/** Bytes of one message, half open: `start` is the first, `end` the one after the last. */
export type Range = { start: number; end: number };
