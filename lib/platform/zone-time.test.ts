import { describe, expect, it, test } from "vitest";
import { clockChangeAt, formatInZone, instantOf, isZone, readZone } from "./zone-time";

describe("instantOf", () => {
  test.each([
    ["2026-03-02T22:15:00", "Europe/London", "2026-03-02T22:15:00.000Z"],
    ["2026-07-02T22:15:00", "Europe/London", "2026-07-02T21:15:00.000Z"],
    ["2026-03-02T22:15:30", "Asia/Kathmandu", "2026-03-02T16:30:30.000Z"],
    ["2026-03-02T22:15:00", "America/St_Johns", "2026-03-03T01:45:00.000Z"],
    ["2026-03-02T22:15:00", "UTC", "2026-03-02T22:15:00.000Z"],
  ])("%s in %s is %s", (local, zone, utc) => {
    expect(instantOf({ local, zone })).toEqual({ ok: true, value: new Date(utc) });
  });

  test.each([
    ["2026-02-31T12:00:00", "Europe/London", "NO_SUCH_TIME"],
    ["2026-03-02T25:61:00", "Europe/London", "NO_SUCH_TIME"],
    ["yesterday", "Europe/London", "NO_SUCH_TIME"],
    ["2026-03-02T22:15:00", "Mars/Phobos", "NO_SUCH_ZONE"],
    ["2026-03-02T22:15:00", "+05:45", "NO_SUCH_ZONE"],
    ["2026-03-29T01:30:00", "Europe/London", "SKIPPED"],
    ["2026-03-08T02:30:00", "America/New_York", "SKIPPED"],
    ["2025-10-26T01:30:00", "Europe/London", "REPEATED"],
    ["2026-04-05T01:45:00", "Australia/Lord_Howe", "REPEATED"],
  ])("%s in %s is refused: %s", (local, zone, code) => {
    expect(instantOf({ local, zone })).toEqual({ ok: false, code });
  });

  it("takes the first or second of two equal times when told which", () => {
    const twice = { local: "2025-10-26T01:30:00", zone: "Europe/London" };
    expect(instantOf({ ...twice, which: "earlier" })).toMatchObject({ value: new Date("2025-10-26T00:30Z") });
    expect(instantOf({ ...twice, which: "later" })).toMatchObject({ value: new Date("2025-10-26T01:30Z") });
  });

  it("does not let a choice make a skipped time exist", () => {
    const skipped = { local: "2026-03-29T01:30:00", zone: "Europe/London", which: "later" } as const;
    expect(instantOf(skipped)).toEqual({ ok: false, code: "SKIPPED" });
  });
});

describe("clockChangeAt", () => {
  it("tells from when to when the clocks went forward", () => {
    expect(clockChangeAt({ local: "2026-03-29T01:30:00", zone: "Europe/London" })).toEqual({
      kind: "skipped",
      before: { local: "2026-03-29T01:00:00", offset: "+00:00" },
      after: { local: "2026-03-29T02:00:00", offset: "+01:00" },
    });
  });

  it("tells both offsets of a time that came twice, even by half an hour", () => {
    expect(clockChangeAt({ local: "2026-04-05T01:45:00", zone: "Australia/Lord_Howe" })).toEqual({
      kind: "repeated",
      before: { local: "2026-04-05T02:00:00", offset: "+11:00" },
      after: { local: "2026-04-05T01:30:00", offset: "+10:30" },
    });
  });

  it("knows that Samoa had no 30 December 2011", () => {
    expect(clockChangeAt({ local: "2011-12-30T12:00:00", zone: "Pacific/Apia" })?.kind).toBe("skipped");
  });

  test.each(["2025-10-26T00:59:59", "2025-10-26T02:00:00", "2026-03-29T00:59:59", "2026-03-29T02:00:00"])(
    "%s in London came once",
    (local) => expect(clockChangeAt({ local, zone: "Europe/London" })).toBeUndefined(),
  );
});

describe("zones and the wall", () => {
  test.each([
    ["Asia/Kathmandu", "2026-03-02T22:15:30", "+05:45"],
    ["Europe/London", "2026-03-02T16:30:30", "+00:00"],
    ["America/Los_Angeles", "2026-03-02T08:30:30", "-08:00"],
  ])("in %s the wall shows %s %s", (zone, local, offset) => {
    expect(formatInZone(new Date("2026-03-02T16:30:30.900Z"), zone)).toEqual({ local, offset });
  });

  test.each(["Europe/London", "UTC", "US/Pacific", "Etc/GMT+5"])("%s is a zone", (name) => {
    expect(isZone(name)).toBe(true);
  });

  test.each(["", "+05:45", "-03:00", "Mars/Phobos", "Europe/London[u-ca=hebrew]", "\0", "London 🕰️"])(
    "%j is no zone",
    (name) => expect(isZone(name)).toBe(false),
  );

  it("writes a zone as the database does, whatever the case", () => {
    expect(readZone("europe/london")).toBe("Europe/London");
  });
});
