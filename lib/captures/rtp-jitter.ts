// Interarrival jitter: RFC 3550 section 6.4.1 and appendix A.8.

export type Jitter = {
  /** Ticks of the media clock in a second; 0 while it is unknown. */
  clockRate: number;
  lastAt: number;
  lastTimestamp: number;
  /** The running estimate, in milliseconds. */
  now: number;
  sum: number;
  samples: number;
  largest: number;
  /** Jumps of the timestamp that no delay explains. */
  restarts: number;
};

/** A difference above this is a new beginning of the sender's clock, not a delay of the network. */
const CLOCK_JUMP_MS = 10_000;

export function startJitter(): Jitter {
  return {
    clockRate: 0,
    lastAt: 0,
    lastTimestamp: 0,
    now: 0,
    sum: 0,
    samples: 0,
    largest: 0,
    restarts: 0,
  };
}

/** Takes the arrival (microseconds) and media timestamp of a packet. Nothing is measured without a clock rate. */
export function countJitter(jitter: Jitter, at: number, timestamp: number, clockRate: number): void {
  const isComparable = clockRate !== 0 && clockRate === jitter.clockRate;
  if (isComparable) measure(jitter, at, timestamp);
  jitter.clockRate = clockRate;
  jitter.lastAt = at;
  jitter.lastTimestamp = timestamp;
}

function measure(jitter: Jitter, at: number, timestamp: number): void {
  const spokenMs = (((timestamp - jitter.lastTimestamp) | 0) * 1000) / jitter.clockRate;
  const difference = Math.abs((at - jitter.lastAt) / 1000 - spokenMs);
  if (difference > CLOCK_JUMP_MS) {
    jitter.restarts++;
    return;
  }
  jitter.now += (difference - jitter.now) / 16;
  jitter.sum += jitter.now;
  jitter.samples++;
  if (jitter.now > jitter.largest) jitter.largest = jitter.now;
}
