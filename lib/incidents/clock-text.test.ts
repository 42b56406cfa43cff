import { expect, test } from "vitest";
import { readClock } from "./clock-text";

test.each([
  ["22:15", "22:15:00"],
  ["22.15", "22:15:00"],
  ["2215", "22:15:00"],
  ["22h15", "22:15:00"],
  ["9:05", "09:05:00"],
  ["905", "09:05:00"],
  ["0000", "00:00:00"],
  ["22:15:30", "22:15:30"],
  ["10:15 pm", "22:15:00"],
  ["10:15:30 PM", "22:15:30"],
  ["10pm", "22:00:00"],
  ["10 p.m.", "22:00:00"],
  ["1015am", "10:15:00"],
  ["12 am", "00:00:00"],
  ["12:30 pm", "12:30:00"],
  ["22:15 pm", "22:15:00"],
  ["２２：１５", "22:15:00"],
  ["٢٢:١٥", "22:15:00"],
  [" 22 : 15 ", "22:15:00"],
])("%j is %s", (typed, clock) => {
  expect(readClock(typed)).toEqual({ ok: true, value: clock });
});

test.each([
  "25:61",
  "24:00",
  "22:60",
  "22:15:60",
  "10",
  "22",
  "0 pm",
  "13 am",
  "half past ten",
  "-1:00",
  "22:1",
  "22:15:3",
  "221530",
  "🕙",
  "22:15\0",
])("%j is no time", (typed) => expect(readClock(typed)).toEqual({ ok: false, code: "NO_SUCH_TIME" }));

test("an empty field is not a wrong time but a missing one", () => {
  expect(readClock(" \u200f ")).toEqual({ ok: false, code: "TIME_MISSING" });
});
