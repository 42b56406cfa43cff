import { expect, test } from "vitest";
import { mostIn24Hours } from "./most-in-24-hours";

const at = (...hours: number[]) => hours.map((hour) => hour * 3_600_000);

test.each([
  ["no calls, none", at(), 0],
  ["two calls a second short of a day apart are in one day", [0, 24 * 3_600_000 - 1000], 2],
  ["two calls exactly a day apart are not", at(0, 24), 1],
  ["the day may begin at any call, not only at midnight", at(0, 20, 30, 40, 43, 70), 4],
  ["the order in which calls are given does not matter", at(43, 0, 40, 20, 70, 30), 4],
  ["calls at one instant all count", at(5, 5, 5), 3],
])("%s", (_, instants, most) => {
  expect(mostIn24Hours(instants)).toBe(most);
});
