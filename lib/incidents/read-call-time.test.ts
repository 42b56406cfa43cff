import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatCallTime } from "./call-time";
import { type CallTimeFields, callTimeFieldNames, callTimeFields } from "./call-time-fields";
import { readCallTime } from "./read-call-time";

const now = new Date("2026-06-01T12:00:00Z");

/** What Mara types for a call at 22:15 on 2 March 2026, with what differs. */
function typed(differs: Partial<CallTimeFields> = {}): CallTimeFields {
  return {
    day: "2",
    month: "3",
    year: "2026",
    time: "22:15",
    zone: "Europe/London",
    precision: "exact",
    timeSource: "phone-log",
    whichHour: "",
    ...differs,
  };
}

function faultsOf(differs: Partial<CallTimeFields>) {
  const read = readCallTime(typed(differs), now);
  return read.ok ? [] : read.faults;
}

describe("a time that can be read", () => {
  it("keeps instant, wall, zone, offset, precision and source", () => {
    expect(readCallTime(typed({ zone: "Asia/Kathmandu" }), now)).toEqual({
      ok: true,
      value: {
        utc: "2026-03-02T16:30:00Z",
        local: "2026-03-02T22:15:00",
        zone: "Asia/Kathmandu",
        offset: "+05:45",
        precision: "exact",
        source: "phone-log",
      },
    });
  });

  test.each(["3", "03", "March", "mar", "MAR.", "３", "٣"])("takes %j for March", (month) => {
    expect(readCallTime(typed({ month }), now)).toMatchObject({ value: { local: "2026-03-02T22:15:00" } });
  });

  it("takes a time without a choice as known to the minute, from an unknown source", () => {
    const read = readCallTime(typed({ precision: "", timeSource: "" }), now);
    expect(read).toMatchObject({ value: { precision: "minute", source: "unknown" } });
  });

  it("takes a call that began while a fast phone clock was up to two minutes ahead", () => {
    const today = { day: "1", month: "6", time: "13:02" };
    expect(faultsOf(today)).toEqual([]);
    expect(faultsOf({ ...today, time: "13:02:01" })).toMatchObject([{ code: "FUTURE" }]);
  });

  it("takes 29 February of a leap year", () => {
    expect(faultsOf({ day: "29", month: "2", year: "2024" })).toEqual([]);
  });

  it("takes the second 01:30 of the night the clocks went back, when told so", () => {
    const twice = { day: "26", month: "10", year: "2025", time: "1:30" };
    expect(readCallTime(typed({ ...twice, whichHour: "first" }), now)).toMatchObject({
      value: { utc: "2025-10-26T00:30:00Z", offset: "+01:00" },
    });
    expect(readCallTime(typed({ ...twice, whichHour: "second" }), now)).toMatchObject({
      value: { utc: "2025-10-26T01:30:00Z", offset: "+00:00" },
    });
  });
});

describe("a time that cannot be read", () => {
  test.each<[Partial<CallTimeFields>, string, string[]]>([
    [{ day: "", month: "", year: "" }, "DATE_MISSING", ["day", "month", "year"]],
    [{ day: "" }, "DAY_MISSING", ["day"]],
    [{ month: " " }, "MONTH_MISSING", ["month"]],
    [{ year: "" }, "YEAR_MISSING", ["year"]],
    [{ day: "32" }, "NO_SUCH_DAY", ["day"]],
    [{ day: "0" }, "NO_SUCH_DAY", ["day"]],
    [{ day: "2nd" }, "NO_SUCH_DAY", ["day"]],
    [{ month: "13" }, "NO_SUCH_MONTH", ["month"]],
    [{ month: "0" }, "NO_SUCH_MONTH", ["month"]],
    [{ month: "ma" }, "NO_SUCH_MONTH", ["month"]],
    [{ month: "Marchember" }, "NO_SUCH_MONTH", ["month"]],
    [{ year: "26" }, "YEAR_SHORT", ["year"]],
    [{ year: "20266" }, "NO_SUCH_YEAR", ["year"]],
    [{ year: "this year" }, "NO_SUCH_YEAR", ["year"]],
    [{ day: "31", month: "February" }, "NO_SUCH_DATE", ["day", "month", "year"]],
    [{ day: "29", month: "2", year: "2025" }, "NO_SUCH_DATE", ["day", "month", "year"]],
    [{ time: "" }, "TIME_MISSING", ["time"]],
    [{ time: "25:61" }, "NO_SUCH_TIME", ["time"]],
    [{ zone: "" }, "NO_SUCH_ZONE", ["zone"]],
    [{ zone: "Mars/Phobos" }, "NO_SUCH_ZONE", ["zone"]],
    [{ year: "2027" }, "FUTURE", ["day", "month", "year", "time"]],
    [{ year: "9999" }, "FUTURE", ["day", "month", "year", "time"]],
    [{ year: "1970", day: "1", month: "1" }, "TOO_OLD", ["year"]],
    [{ year: "0026" }, "TOO_OLD", ["year"]],
    [{ day: "29", time: "1:30" }, "SKIPPED_HOUR", ["time", "zone"]],
    [{ day: "29", time: "1:30", whichHour: "first" }, "SKIPPED_HOUR", ["time", "zone"]],
    [{ day: "26", month: "10", year: "2025", time: "1:30" }, "REPEATED_HOUR", ["whichHour", "time"]],
    [{ precision: "roughly" }, "UNKNOWN_OPTION", ["precision"]],
    [{ timeSource: "a dream" }, "UNKNOWN_OPTION", ["timeSource"]],
    [{ whichHour: "third" }, "UNKNOWN_OPTION", ["whichHour"]],
  ])("%j is told as %s at %j", (differs, code, fields) => {
    expect(faultsOf(differs)).toMatchObject([{ code, fields }]);
  });

  it("tells faults of date, clock and zone together", () => {
    const codes = faultsOf({ day: "", year: "26", time: "25:61", zone: "?" }).map(({ code }) => code);
    expect(codes).toEqual(["DAY_MISSING", "YEAR_SHORT", "NO_SUCH_TIME", "NO_SUCH_ZONE"]);
  });

  it("says what the clocks did", () => {
    expect(faultsOf({ day: "29", time: "1:30" })[0]?.values).toEqual({
      time: "01:30",
      from: "01:00",
      to: "02:00",
    });
    expect(faultsOf({ day: "26", month: "10", year: "2025", time: "1:30" })[0]?.values).toEqual({
      time: "01:30",
      firstOffset: "+01:00",
      secondOffset: "+00:00",
    });
  });
});

describe("reading and showing", () => {
  test.each<Partial<CallTimeFields>>([
    {},
    { precision: "minute" },
    { precision: "about", time: "22:15:30" },
    { zone: "Asia/Kathmandu" },
    { day: "26", month: "10", year: "2025", time: "1:30", whichHour: "first" },
    { day: "26", month: "10", year: "2025", time: "1:30", whichHour: "second" },
  ])("the fields made of a time with %j give that time again", (differs) => {
    const read = readCallTime(typed(differs), now);
    if (!read.ok) throw new Error("The time of this test must be readable");
    expect(readCallTime(callTimeFields(read.value), now)).toEqual(read);
  });

  test.each([
    ["exact", "22:15", "22:15:00"],
    ["minute", "22:15", "22:15"],
    ["minute", "22:15:30", "22:15:30"],
  ])("a time known as %s and typed as %s is shown as %s, with its offset", (precision, time, clock) => {
    const read = readCallTime(typed({ precision, time }), now);
    expect(read.ok && formatCallTime(read.value)).toEqual({
      date: "2 March 2026",
      clock,
      offset: "+00:00",
      zone: "Europe/London",
    });
  });

  it("never throws, whatever is typed", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        "",
        "2",
        "31",
        "Feb",
        "2026",
        "22:15",
        "1:30",
        "Europe/London",
        "Pacific/Apia",
        "first",
      ),
      fc.stringMatching(/^[0-9:. apm٣]{0,8}$/),
    );
    const fields = fc.record(Object.fromEntries(callTimeFieldNames.map((name) => [name, piece])));
    fc.assert(
      fc.property(fields, (given) => {
        const read = readCallTime(given as CallTimeFields, now);
        expect(read.ok || read.faults.length > 0).toBe(true);
      }),
      { seed: 20260302, numRuns: 2_000 },
    );
  });
});
