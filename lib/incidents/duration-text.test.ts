import { expect, test } from "vitest";
import { durationFields, readDuration } from "./duration-text";

test.each([
  ["", "", undefined],
  ["2", "", 120],
  ["", "41", 41],
  ["1", "30", 90],
  ["", "90", 90],
  ["٢", "０", 120],
  ["1440", "0", 86_400],
])("%j minutes and %j seconds are %j seconds", (durationMinutes, durationSeconds, seconds) => {
  expect(readDuration({ durationMinutes, durationSeconds })).toEqual({ ok: true, seconds });
});

test.each([
  ["two", "", "durationMinutes", "DURATION_NOT_NUMBER"],
  ["1.5", "", "durationMinutes", "DURATION_NOT_NUMBER"],
  ["-1", "", "durationMinutes", "DURATION_NOT_NUMBER"],
  ["", "a few", "durationSeconds", "DURATION_NOT_NUMBER"],
  ["1441", "", "durationMinutes", "DURATION_TOO_LONG"],
  ["9".repeat(400), "", "durationMinutes", "DURATION_TOO_LONG"],
])("%j minutes and %j seconds are refused at %s: %s", (durationMinutes, durationSeconds, field, code) => {
  expect(readDuration({ durationMinutes, durationSeconds })).toEqual({ ok: false, fault: { field, code } });
});

test.each([undefined, 0, 41, 90, 86_400])("a duration of %j goes through the form unchanged", (seconds) => {
  expect(readDuration(durationFields(seconds))).toEqual({ ok: true, seconds });
});
