// RFC 3550 appendix A.1: sequence numbers of 16 bits as numbers that go on counting.

/** Gives sequence numbers without their wrap-around. */
export type SequenceUnwrapper = { unwrap(sequence: number): number };

const cycle = 0x1_0000;
/** A packet that comes after so many later ones is still late; further back, the sender may have begun anew. */
const furthestBack = 1_000;

/**
 * Late packets step back. A number too far back is taken forward instead, so that it is used only once; the count goes
 * on from it when the next number follows it, which A.1 takes for a sender that began anew, and from where it was
 * otherwise.
 */
export function createSequenceUnwrapper(): SequenceUnwrapper {
  let highest = -1;
  /** A number that would begin anew; -1 when there is none. */
  let stray = -1;

  function ahead(sequence: number, from: number): number {
    return (sequence - from) & (cycle - 1);
  }

  function next(number: number): number {
    highest = number;
    stray = -1;
    return number;
  }

  return {
    unwrap(sequence) {
      if (highest < 0) return next(sequence);
      if (stray >= 0 && ahead(sequence, stray) === 1) return next(stray + 1);
      const step = ahead(sequence, highest);
      if (step < cycle / 2) return next(highest + step);
      if (cycle - step <= furthestBack) return highest - (cycle - step);
      stray = highest + step;
      return stray;
    },
  };
}
