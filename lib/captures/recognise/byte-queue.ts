/** Bytes that wait for the rest of what they belong to. Grows by doubling, so that many small pieces cost no more. */
export type ByteQueue = {
  add(piece: Uint8Array): void;
  /** What waits; a view that is good until the next change. */
  bytes(): Uint8Array;
  /** Takes the first bytes away. */
  drop(count: number): void;
};

export function createByteQueue(capacity: number): ByteQueue {
  let store = new Uint8Array(capacity);
  let length = 0;

  function add(piece: Uint8Array): void {
    if (length + piece.length > store.length) {
      const larger = new Uint8Array(Math.max(2 * store.length, length + piece.length));
      larger.set(store.subarray(0, length));
      store = larger;
    }
    store.set(piece, length);
    length += piece.length;
  }

  function drop(count: number): void {
    if (count === 0) return;
    store.copyWithin(0, count, length);
    length -= count;
  }

  return { add, drop, bytes: () => store.subarray(0, length) };
}
