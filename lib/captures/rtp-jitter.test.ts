import { expect, test } from "vitest";
import { countJitter, startJitter } from "./rtp-jitter";

/** Arrivals in milliseconds of packets that were spoken 20 ms apart. */
function jitterOf(arrivals: readonly number[], clockRate = 8000) {
  const jitter = startJitter();
  arrivals.forEach((arrival, index) => {
    countJitter(jitter, arrival * 1000, 0xffff_ff00 + index * 0.02 * clockRate, clockRate);
  });
  return jitter;
}

test("packets that come as they were spoken have no jitter, though the timestamp passes 32 bits", () => {
  expect(jitterOf([0, 20, 40, 60, 80])).toMatchObject({ now: 0, largest: 0, samples: 4 });
});

test("each difference moves the estimate by a sixteenth (RFC 3550 A.8)", () => {
  // Differences of 8, 8 and 0 ms: 0.5, then 0.5 + 7.5/16, then that less a sixteenth.
  const jitter = jitterOf([0, 28, 40, 60]);
  expect(jitter.largest).toBeCloseTo(0.968_75, 9);
  expect(jitter.now).toBeCloseTo(0.968_75 * (15 / 16), 9);
});

test("without a clock rate nothing is measured", () => {
  expect(jitterOf([0, 35, 41], 0).samples).toBe(0);
});

test("a timestamp that jumps by more than ten seconds is a new beginning, not jitter", () => {
  const jitter = startJitter();
  countJitter(jitter, 0, 0, 8000);
  countJitter(jitter, 20_000, 1_000_000, 8000);
  countJitter(jitter, 40_000, 1_000_160, 8000);
  expect(jitter).toMatchObject({ restarts: 1, largest: 0, samples: 1 });
});
