import { expect, test } from "vitest";
import { joinedCalls } from "./joined-calls";

const links: Record<number, number[]> = { 1: [2], 2: [1, 3], 3: [2, 4], 4: [3], 7: [8], 8: [7] };
const legsOf = (call: number) => (links[call] ?? []).map((other) => ({ call: other }));

test("legs are followed from one to the next, each once, nearest first", () => {
  expect(joinedCalls(2, legsOf)).toEqual([2, 1, 3, 4]);
  expect(joinedCalls(7, legsOf)).toEqual([7, 8]);
  expect(joinedCalls(9, legsOf)).toEqual([9]);
});

test("a long chain ends at the limit", () => {
  expect(joinedCalls(0, (call) => [{ call: call + 1 }], 5)).toEqual([0, 1, 2, 3, 4]);
});
