import { describe, expect, test } from "vitest";
import { callAt, threatAt } from "@/lib/incidents/build-incident";
import { callRowsOf, durationWords, shownWords } from "./call-rows";

const rowOf = (...call: Parameters<typeof callAt>) => callRowsOf([callAt(...call)])[0];

test("calls are marked A1, A2 … by time, in whatever order they come", () => {
  const rows = callRowsOf([callAt("2026-03-04T11:00:00Z"), callAt("2026-03-02T22:15:00Z")]);
  expect(rows.map(({ mark, utc }) => [mark, utc])).toEqual([
    ["A1", "2026-03-02T22:15:00Z"],
    ["A2", "2026-03-04T11:00:00Z"],
  ]);
});

test("calls at one instant keep their order from one making to the next", () => {
  const [one, other] = [
    callAt("2026-03-02T22:15:00Z", { id: "a" }),
    callAt("2026-03-02T22:15:00Z", { id: "b" }),
  ];
  expect(callRowsOf([other, one])).toEqual(callRowsOf([one, other]));
});

describe("time", () => {
  test("an exact time is given to the second, local with its offset, and in UTC", () => {
    expect(rowOf("2026-07-02T22:15:07Z")).toMatchObject({
      local: "Thu 2 Jul 2026, 23:15:07",
      offset: "+01:00",
      utc: "2026-07-02T22:15:07Z",
    });
  });

  test("a time that is known to the minute pretends no seconds", () => {
    const row = rowOf("2026-03-02T22:15:00Z", { time: { precision: "minute" } });
    expect(row).toMatchObject({ local: "Mon 2 Mar 2026, 22:15", utc: "2026-03-02T22:15Z" });
  });

  test("a time that is not known well says “about” in both columns", () => {
    const row = rowOf("2026-03-02T22:15:00Z", { time: { precision: "about" } });
    expect(row).toMatchObject({ local: "Mon 2 Mar 2026, about 22:15", utc: "about 2026-03-02T22:15Z" });
  });

  test("the offset is that of the call's own zone, also when it is not whole hours", () => {
    expect(rowOf("2026-03-02T22:15:00Z", { time: { zone: "Asia/Kathmandu" } })).toMatchObject({
      local: "Tue 3 Mar 2026, 04:00:00",
      offset: "+05:45",
    });
  });
});

describe("what the phone showed", () => {
  test("the number stands as it was shown, and again as E.164", () => {
    const { shown } = threatAt("2026-03-02T22:15:00Z", "x").content;
    expect(shownWords(shown)).toBe("(212) 555-0142\n+12125550142");
  });

  test("a number that was shown as E.164 is not repeated", () => {
    const { shown } = callAt("2026-03-02T22:15:00Z", {
      shown: { number: "+447700900123", e164: "+447700900123", presentation: "shown" },
    }).content;
    expect(shownWords(shown)).toBe("+447700900123");
  });

  test("a withheld number is called withheld, never left empty", () => {
    expect(rowOf("2026-03-02T22:15:00Z")?.shownNumber).toBe("withheld");
  });

  test("a displayed name is quoted beside the number", () => {
    const { shown } = callAt("2026-03-02T22:15:00Z", {
      shown: { number: "101", presentation: "shown", name: "POLICE" },
    }).content;
    expect(shownWords(shown)).toBe("101\n“POLICE”");
  });
});

test.each([
  [undefined, ""],
  [0, "0:00"],
  [41, "0:41"],
  [725, "12:05"],
  [3723, "1:02:03"],
])("a length of %s seconds is written %j", (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
