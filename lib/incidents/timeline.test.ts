import { describe, expect, it } from "vitest";
import { silentCallAt } from "./build-incident";
import { callsPerDay, groupByDay } from "./timeline";

const lateInLondon = silentCallAt("2026-03-02T23:30:00Z");
const nextMorning = silentCallAt("2026-03-03T07:00:00Z");
const threeDaysOn = silentCallAt("2026-03-06T12:00:00Z");
const calls = [threeDaysOn, lateInLondon, nextMorning];

describe("groupByDay", () => {
  it("puts the newest day first, and within a day the newest call", () => {
    const twice = [lateInLondon, silentCallAt("2026-03-02T08:00:00Z"), nextMorning];
    expect(groupByDay(twice, "Europe/London")).toEqual([
      { day: "2026-03-03", count: 1, calls: [nextMorning] },
      { day: "2026-03-02", count: 2, calls: [twice[0], twice[1]] },
    ]);
  });

  it("takes the day from the clocks of the case's zone", () => {
    const days = groupByDay(calls, "Asia/Kathmandu").map(({ day, count }) => [day, count]);
    expect(days).toEqual([
      ["2026-03-06", 1],
      ["2026-03-03", 2],
    ]);
  });

  it("leaves the list it was given as it was", () => {
    groupByDay(calls, "Europe/London");
    expect(calls).toEqual([threeDaysOn, lateInLondon, nextMorning]);
  });
});

describe("callsPerDay", () => {
  it("counts the days between without a call as 0", () => {
    expect(callsPerDay(calls, "Europe/London")).toEqual([
      { day: "2026-03-02", count: 1 },
      { day: "2026-03-03", count: 1 },
      { day: "2026-03-04", count: 0 },
      { day: "2026-03-05", count: 0 },
      { day: "2026-03-06", count: 1 },
    ]);
  });

  it("has each day once where the clocks change", () => {
    const aroundTheChange = [silentCallAt("2026-03-28T12:00:00Z"), silentCallAt("2026-03-30T12:00:00Z")];
    const days = callsPerDay(aroundTheChange, "Europe/London").map(({ day }) => day);
    expect(days).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
  });

  it("has no days for no calls", () => {
    expect(callsPerDay([], "Europe/London")).toEqual([]);
  });
});
