const keptBytes = 2_048;

/** The last bytes of a flow, against which a retransmission is compared. */
export type RecentBytes = {
  add(bytes: Buffer): void;
  /** Whether `bytes`, of which the first came `back` bytes before the flow's end, differ from what came then. */
  differ(bytes: Buffer, back: number): boolean;
  clear(): void;
};

export function createRecentBytes(): RecentBytes {
  let kept: Buffer | undefined;
  let length = 0;
  return {
    add(bytes) {
      kept ??= Buffer.allocUnsafeSlow(keptBytes);
      const added = bytes.length > keptBytes ? bytes.subarray(bytes.length - keptBytes) : bytes;
      const left = Math.min(length, keptBytes - added.length);
      kept.copyWithin(0, length - left, length);
      added.copy(kept, left);
      length = left + added.length;
    },
    differ(bytes, back) {
      const from = Math.max(0, back - length);
      const to = Math.min(bytes.length, back);
      if (!kept || from >= to) return false;
      const start = length - back + from;
      return kept.compare(bytes, from, to, start, start + to - from) !== 0;
    },
    clear() {
      length = 0;
    },
  };
}
