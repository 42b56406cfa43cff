import { expect, test } from "vitest";
import { callsPerDay } from "./calls-per-day";

const at = (...instants: string[]) => instants.map((instant) => new Date(instant));

test("a call belongs to the day that the clocks of the zone showed", () => {
  const starts = at("2026-03-02T23:30:00Z", "2026-03-03T00:10:00Z");
  expect(callsPerDay(starts, "Europe/London")).toEqual([
    { day: "2026-03-02", count: 1 },
    { day: "2026-03-03", count: 1 },
  ]);
  expect(callsPerDay(starts, "Asia/Kathmandu")).toEqual([{ day: "2026-03-03", count: 2 }]);
});

test("a day without a call between two with calls counts nought", () => {
  const days = callsPerDay(at("2026-03-27T12:00:00Z", "2026-03-30T12:00:00Z"), "Europe/London");
  expect(days.map(({ count }) => count)).toEqual([1, 0, 0, 1]);
});

test("no calls make no days", () => {
  expect(callsPerDay([], "Europe/London")).toEqual([]);
});
