import { expect, test } from "vitest";
import { createSequenceUnwrapper } from "./sequence-unwrapper";

test.each<[title: string, numbers: number[], unwrapped: number[]]>([
  ["numbers in order stay", [5, 6, 7], [5, 6, 7]],
  ["after 65,535 they go on counting", [65_534, 65_535, 0, 1], [65_534, 65_535, 65_536, 65_537]],
  ["a late packet steps back", [7, 9, 8, 10], [7, 9, 8, 10]],
  ["a late packet from before the wrap-around does too", [65_535, 1, 0, 2], [65_535, 65_537, 65_536, 65_538]],
  ["a packet from before the first one has a number below zero", [0, 65_535, 1], [0, -1, 1]],
  ["a packet captured twice has its number twice", [5, 5, 6], [5, 5, 6]],
  ["thousands lost leave their room", [5, 20_005, 20_006], [5, 20_005, 20_006]],
  [
    "a sender that begins anew further back goes on with numbers not used before",
    [40_000, 40_001, 7, 8, 9],
    [40_000, 40_001, 65_543, 65_544, 65_545],
  ],
  [
    "a stray number leaves the count as it was",
    [40_000, 7, 40_001, 40_002],
    [40_000, 65_543, 40_001, 40_002],
  ],
])("%s", (_title, numbers, unwrapped) => {
  const unwrapper = createSequenceUnwrapper();
  expect(numbers.map(unwrapper.unwrap)).toEqual(unwrapped);
});
