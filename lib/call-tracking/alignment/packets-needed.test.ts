import { expect, it } from "vitest";
import { packetsNeeded } from "./packets-needed";

it.each([
  ["pairs side by side", [0, 2, 4, 6], 4],
  ["pairs in any order", [6, 2, 0, 4], 4],
  ["half of the pairs close together", [0, 50, 90, 92], 4],
  ["a wide plan", [0, 100, 200, 300], 102],
])("half of all pairs must fit in: %s", (_, pairs, needed) => {
  const parameters = { bits: 1, redundancy: 2, distance: 1, shiftMs: 3, packets: 400 };
  expect(packetsNeeded({ parameters, pairs: Int32Array.from(pairs) })).toBe(needed);
});
