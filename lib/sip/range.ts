/** Bytes of one message, half open: `start` is the first, `end` the one after the last. */
export type Range = { start: number; end: number };

/** A range with what stands there, as written (ISO 8859-1: one letter, one byte). */
export type Piece = Range & { text: string };
