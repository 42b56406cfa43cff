import { expect, test } from "vitest";
import { seededRandom } from "../simulation/seeded-random";
import { sendThrough } from "../simulation/send-through";
import { simulateFlow } from "../simulation/simulate-flow";
import { falseMatchRate } from "../watermark/detection-theory";
import { compareFlows } from "./compare-flows";
import { createMarkFinder } from "./look-for-mark";
import { testCall, testWatermark } from "./test-comparison";

const small = { bits: 16, redundancy: 3, distance: 1, shiftMs: 6, packets: 260 };
const TRIALS = 1500;

/** Whether so many of all trials are what a rate gives, within four standard errors. */
function agreesWithRate(hits: number, rate: number): boolean {
  return Math.abs(hits - TRIALS * rate) <= 4 * Math.sqrt(TRIALS * rate * (1 - rate));
}

test.each([true, false])(
  "watermarks that nobody put in are found as often as is stated, with RTP numbers: %s, however many starts are tried",
  { timeout: 60_000 },
  (hasNumbers) => {
    const random = seededRandom(24);
    const within = [0, 0, 0];
    let distances = 0;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const call = simulateFlow({ packets: 300, spacingMs: 20, jitterMs: 2 }, random);
      const flow = sendThrough(call, { jitterMs: 3, hidesHeaders: !hasNumbers }, random);
      const found = createMarkFinder(testWatermark(random, small))(flow);
      const distance = "mark" in found ? found.mark.distance : 16;
      distances += distance;
      for (const [place, h] of [3, 4, 5].entries())
        if (distance <= h) within[place] = (within[place] ?? 0) + 1;
    }
    for (const [place, h] of [3, 4, 5].entries())
      expect([h, within[place], agreesWithRate(within[place] ?? 0, falseMatchRate(16, h))]).toEqual([
        h,
        within[place],
        true,
      ]);
    // Half the bits differ, with a standard deviation of 2: a reader that peeks at the word would be nearer.
    expect(Math.abs(distances / TRIALS - 8)).toBeLessThan((4 * 2) / Math.sqrt(TRIALS));
  },
);

test("no other key and no other word matches a marked call in forty trials", () => {
  const input = testCall({ decoys: 0 });
  const random = seededRandom(25);
  for (let trial = 0; trial < 40; trial += 1) {
    const other = testWatermark(random);
    const otherKey = { ...other, word: input.watermark.word };
    const otherWord = { ...input.watermark, word: other.word };
    for (const watermark of [other, otherKey, otherWord])
      expect(compareFlows({ ...input, first: undefined, watermark }).verdict).toEqual({
        word: "no-match",
        candidates: 1,
      });
  }
});
