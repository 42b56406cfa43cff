import { expect, test } from "vitest";
import { callsOverTime } from "./calls-over-time";

/** One call on each of so many days from 2 March 2026, a Monday. */
const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2026, 2, 2 + index)).toISOString().slice(0, 10),
    calls: 1,
  }));

test.each([
  [1, "day"],
  [31, "day"],
  [32, "week"],
  [217, "week"],
  [218, "month"],
  [930, "month"],
  [1100, "year"],
])("%i days are counted by %s", (count, period) => {
  expect(callsOverTime(days(count)).period).toBe(period);
});

test("a chart has at most 31 bars and loses no call", () => {
  for (const count of [1, 31, 32, 200, 500, 3000]) {
    const { bars } = callsOverTime(days(count));
    expect(bars.length).toBeLessThanOrEqual(31);
    expect(bars.reduce((sum, bar) => sum + bar.value, 0)).toBe(count);
  }
});

test("bars are labelled with the day, the Monday, the month or the year", () => {
  expect(callsOverTime(days(2)).bars[1]?.label).toBe("3 Mar");
  expect(callsOverTime(days(40)).bars[1]?.label).toBe("9 Mar");
  expect(callsOverTime(days(300)).bars[0]?.label).toBe("Mar 2026");
  expect(callsOverTime(days(1100)).bars[0]?.label).toBe("2026");
});

test("no calls, no bars", () => {
  expect(callsOverTime([]).bars).toEqual([]);
});
