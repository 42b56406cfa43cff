import { expect, test } from "vitest";
import { callAt, silentCallAt, threatAt } from "@/lib/incidents/build-incident";
import { summariseCase } from "./summarise-case";

const calls = [
  silentCallAt("2026-03-04T00:30:00Z"),
  threatAt("2026-03-01T23:30:00Z", "I will find you.", { kinds: ["threat-death", "abuse"] }),
  callAt("2026-03-02T10:00:00Z", {
    shown: { number: "07700 900123", e164: "+447700900123", presentation: "shown" },
  }),
  callAt("2026-03-02T11:00:00Z"),
];

test("calls are counted, and the first and last found, in whatever order they come", () => {
  const summary = summariseCase(calls, "Europe/London");
  expect(summary).toMatchObject({ calls: 4, threats: 1, mostIn24Hours: 3 });
  expect(summary.first?.content.time.utc).toBe("2026-03-01T23:30:00Z");
  expect(summary.last?.content.time.utc).toBe("2026-03-04T00:30:00Z");
});

test("a day is a day of the case's zone, and days without a call are counted as none", () => {
  expect(summariseCase(calls, "Europe/London").byDay.map(({ day, calls }) => `${day} ${calls}`)).toEqual([
    "2026-03-01 1",
    "2026-03-02 2",
    "2026-03-03 0",
    "2026-03-04 1",
  ]);
  expect(summariseCase(calls, "America/New_York").byDay.map(({ calls }) => calls)).toEqual([1, 2, 1]);
});

test("a clock change neither drops nor doubles a day", () => {
  const spring = [callAt("2026-03-28T12:00:00Z"), callAt("2026-03-30T12:00:00Z")];
  expect(summariseCase(spring, "Europe/London").byDay.map(({ day }) => day)).toEqual([
    "2026-03-28",
    "2026-03-29",
    "2026-03-30",
  ]);
});

test("calls are grouped by what was displayed; withheld is a group of its own", () => {
  expect(summariseCase(calls, "Europe/London").byNumber).toEqual([
    { shown: "withheld", calls: 2 },
    { shown: "+12125550142", calls: 1 },
    { shown: "+447700900123", calls: 1 },
  ]);
});

test("a call of several kinds counts once in each", () => {
  expect(summariseCase(calls, "Europe/London").byKind).toEqual([
    { kind: "threat-death", calls: 1 },
    { kind: "abuse", calls: 1 },
    { kind: "silent", calls: 1 },
  ]);
});

test("no calls give an empty summary", () => {
  expect(summariseCase([], "Europe/London")).toMatchObject({
    calls: 0,
    mostIn24Hours: 0,
    byDay: [],
    byNumber: [],
  });
});

test("a mistyped year does not make a day list of centuries", () => {
  const far = [callAt("1970-01-01T12:00:00Z"), callAt("2026-03-02T10:00:00Z")];
  expect(summariseCase(far, "UTC").byDay).toHaveLength(2);
});
