import { expect, it } from "vitest";
import { joinedBy, takeApart } from "./joined-packets";

it.each([
  [20_000, []],
  [30_000, []],
  [40_000, [2]],
  [60_000, [2, 3]],
  [80_012, [4]],
])("packets %i microseconds apart may hold frames: %j", (packetTime, frames) => {
  expect(joinedBy(packetTime)).toEqual(frames);
});

it("joined packets keep the time of their last frame, the others come evenly before it", () => {
  const { times } = takeApart({ times: Float64Array.from([0, 40, Number.NaN, 120]), duplicates: 0 }, 2);
  expect(Array.from(times)).toEqual([Number.NaN, 0, 20, 40, Number.NaN, Number.NaN, Number.NaN, 120]);
});
