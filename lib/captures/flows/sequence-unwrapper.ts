// RFC 3550 appendix A.1: sequence numbers of 16 bits as numbers that go on counting.

/** Gives sequence numbers without their wrap-around. */
export type SequenceUnwrapper = { unwrap(sequence: number): number };

const cycle = 0x1_0000;
/** So many may be lost at a time; further ahead, the sender may have begun anew. */
const furthestAhead = 3_000;
/** A packet that comes so many behind is late; A.1 says a hundred, but some paths hold packets back for seconds. */
const furthestBack = 1_000;

/**
 * Late packets step back. A number far off is taken forward, so that each is used only once; the count goes on from it
 * when the next number follows it, which A.1 takes for a sender that began anew, and from where it was otherwise.
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
      if (step < furthestAhead) return next(highest + step);
      if (cycle - step <= furthestBack) return highest - (cycle - step);
      stray = highest + step;
      return stray;
    },
  };
}
