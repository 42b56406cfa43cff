// Sequence numbers of a stream: RFC 3550 appendix A.1 (validity, wrap-around) and A.3 (loss).

/** The numbers of A.1 and A.3; sequence numbers are extended by the count of their cycles. */
export type SequenceCount = {
  base: number;
  highest: number;
  /** Expected before the last restart. */
  expectedBefore: number;
  /** The number that would confirm a jump; -1 when none is awaited. */
  awaited: number;
  /** Packets that fit nowhere. */
  strays: number;
  duplicates: number;
  outOfOrder: number;
  restarts: number;
  /** Which of the last 128 numbers came, a bit for each. */
  seen: Int32Array;
};

export type SequenceStep = "next" | "late" | "duplicate" | "stray" | "restart";

const CYCLE = 0x1_0000;
const MAX_DROPOUT = 3000;
const MAX_MISORDER = 100;

export function startSequence(sequence: number): SequenceCount {
  const count: SequenceCount = {
    base: sequence,
    highest: sequence,
    expectedBefore: 0,
    awaited: -1,
    strays: 0,
    duplicates: 0,
    outOfOrder: 0,
    restarts: 0,
    seen: new Int32Array(4),
  };
  mark(count, sequence);
  return count;
}

/** Counts the sequence number of one more packet. */
export function countSequence(count: SequenceCount, sequence: number): SequenceStep {
  const ahead = (sequence - count.highest) & 0xffff;
  if (ahead !== 0 && ahead < MAX_DROPOUT) return advance(count, ahead);
  if (ahead === 0 || ahead >= CYCLE - MAX_MISORDER) return lookBack(count, (CYCLE - ahead) & 0xffff);
  return jump(count, sequence);
}

/** RFC 3550 A.3: expected less received; negative when duplicates outnumber the missing. */
export function lostPackets(count: SequenceCount, received: number): number {
  return count.expectedBefore + (count.highest - count.base + 1) - (received - count.strays);
}

function advance(count: SequenceCount, ahead: number): SequenceStep {
  if (ahead > 128) count.seen.fill(0);
  else for (let skipped = 1; skipped < ahead; skipped++) unmark(count, count.highest + skipped);
  count.highest += ahead;
  count.awaited = -1;
  mark(count, count.highest);
  return "next";
}

function lookBack(count: SequenceCount, behind: number): SequenceStep {
  const extended = count.highest - behind;
  if (isMarked(count, extended)) {
    count.duplicates++;
    return "duplicate";
  }
  mark(count, extended);
  if (extended < count.base) count.base = extended;
  count.outOfOrder++;
  return "late";
}

/** A.1: one packet far off is a stray; two in a row mean that the sender began anew. */
function jump(count: SequenceCount, sequence: number): SequenceStep {
  if (sequence !== count.awaited) {
    count.awaited = (sequence + 1) & 0xffff;
    count.strays++;
    return "stray";
  }
  count.expectedBefore += count.highest - count.base + 1;
  count.strays--;
  count.restarts++;
  count.awaited = -1;
  // One cycle on, so that the number before it is never negative.
  count.highest = sequence + CYCLE;
  count.base = count.highest - 1;
  count.seen.fill(0);
  mark(count, count.base);
  mark(count, count.highest);
  return "restart";
}

function mark({ seen }: SequenceCount, extended: number): void {
  const word = (extended >> 5) & 3;
  seen[word] = (seen[word] ?? 0) | (1 << (extended & 31));
}

function unmark({ seen }: SequenceCount, extended: number): void {
  const word = (extended >> 5) & 3;
  seen[word] = (seen[word] ?? 0) & ~(1 << (extended & 31));
}

function isMarked({ seen }: SequenceCount, extended: number): boolean {
  return (((seen[(extended >> 5) & 3] ?? 0) >> (extended & 31)) & 1) === 1;
}
