import { expect, test } from "vitest";
import { buildFlow } from "./build-flow";
import { delayFromPair } from "./delay-from-pair";
import { queueFromPair } from "./queue-from-pair";
import { seededRandom } from "./seeded-random";
import { simulateFlow } from "./simulate-flow";

const { summary } = simulateFlow({ packets: 3, spacingMs: 20 }, seededRandom(1));

/** Times in milliseconds. */
function flowOf(at: number[], sequence: number[]) {
  const bytes = new Uint16Array(at.length).fill(172);
  return buildFlow(
    { at: Float64Array.from(at, (ms) => 1000 * ms), bytes, sequence: Int32Array.from(sequence) },
    summary,
  );
}

function inMs(at: Float64Array): number[] {
  return [...at].map((time) => time / 1000);
}

// Sent every 20 ms. The far side lost packet 2, and got 3, 4 and 5 in one burst at 200.
const first = flowOf([0, 20, 40, 60, 80, 100], [0, 1, 2, 3, 4, 5]);
const second = flowOf([50, 71, 200, 200, 200], [0, 1, 3, 4, 5]);
const delays = Float64Array.of(0, 10_000, 10_000, 0, 10_000, 0);

test("carried through, every packet arrives later by its own delay, and none overtakes another", () => {
  expect(inMs(delayFromPair(first, second, delays).at)).toEqual([50, 81, 200, 210, 210]);
});

test("held in a queue, a packet that waited longer than its delay arrives as before", () => {
  // The shortest delay is 50: packet 1 left at 30 and could be there at 80; 4 left at 90 and is in time for the burst.
  expect(inMs(queueFromPair(first, second, delays).at)).toEqual([50, 80, 200, 200, 200]);
});

test("without delays both give the flow that was captured", () => {
  const none = new Float64Array(6);
  expect(delayFromPair(first, second, none)).toEqual(second);
  expect(queueFromPair(first, second, none)).toEqual(second);
});

test("a packet that the first capture does not hold is not delayed", () => {
  const more = flowOf([40, 50, 71], [-1, 0, 1]);
  expect(inMs(delayFromPair(first, more, Float64Array.of(5000, 0)).at)).toEqual([40, 55, 71]);
  expect(inMs(queueFromPair(first, more, Float64Array.of(5000, 0)).at)).toEqual([40, 55, 71]);
});
