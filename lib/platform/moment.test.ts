import { expect, test } from "vitest";
import { dateIn, formatMoment } from "./moment";

test.each([
  ["Europe/London", "2 March 2026, 22:15 (+00:00)"],
  ["Asia/Kathmandu", "3 March 2026, 04:00 (+05:45)"],
  ["America/St_Johns", "2 March 2026, 18:45 (-03:30)"],
  ["UTC", "2 March 2026, 22:15 (+00:00)"],
])("an instant is told in %s with its offset", (zone, told) => {
  expect(formatMoment("2026-03-02T22:15:40Z", zone)).toBe(told);
  expect(formatMoment(new Date("2026-03-02T22:15:40Z"), zone)).toBe(told);
});

test("the offset is the one in force then, not now", () => {
  expect(formatMoment("2026-03-29T00:59:59Z", "Europe/London", { seconds: true })).toContain(
    "00:59:59 (+00:00)",
  );
  expect(formatMoment("2026-03-29T01:00:00Z", "Europe/London", { seconds: true })).toContain(
    "02:00:00 (+01:00)",
  );
});

test("a date question is filled in with the day where the person is", () => {
  expect(dateIn("Pacific/Kiritimati", new Date("2026-12-31T10:30:00Z"))).toEqual({
    day: "1",
    month: "1",
    year: "2027",
  });
  expect(dateIn("America/New_York", new Date("2026-12-31T23:30:00Z"))).toEqual({
    day: "31",
    month: "12",
    year: "2026",
  });
});
