import type { RecordTime } from "./timed-records";

/** Records that wait for the time they were delayed to; a heap, the earliest first, and of equal ones the first taken. */
export type HeldRecords = {
  hold(time: RecordTime, bytes: Buffer): void;
  /** The earliest record when its time has come, or always without `now`. */
  next(now?: RecordTime): Buffer | undefined;
  readonly bytes: number;
};

type Held = RecordTime & { order: number; bytes: Buffer };

export function createHeldRecords(): HeldRecords {
  const heap: Held[] = [];
  let taken = 0;
  let bytes = 0;

  function raise(start: number, held: Held): void {
    let place = start;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(held, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = held;
  }

  function sink(held: Held): void {
    let place = 0;
    for (;;) {
      const child = lesserChild(place);
      const below = heap[child];
      if (!below || !isBefore(below, held)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = held;
  }

  function lesserChild(place: number): number {
    const left = heap[2 * place + 1];
    const right = heap[2 * place + 2];
    return left && right && isBefore(right, left) ? 2 * place + 2 : 2 * place + 1;
  }

  return {
    hold({ second, fraction }, record) {
      const held = { second, fraction, order: taken, bytes: record };
      taken += 1;
      bytes += record.length;
      heap.push(held);
      raise(heap.length - 1, held);
    },
    next(now) {
      const [first] = heap;
      if (!first || (now && isLater(first, now))) return undefined;
      bytes -= first.bytes.length;
      const last = heap.pop();
      if (last && last !== first) sink(last);
      return first.bytes;
    },
    get bytes() {
      return bytes;
    },
  };
}

function isLater(one: RecordTime, other: RecordTime): boolean {
  return one.second > other.second || (one.second === other.second && one.fraction > other.fraction);
}

function isBefore(one: Held, other: Held): boolean {
  return isLater(other, one) || (!isLater(one, other) && one.order < other.order);
}
