import { expect, it, test } from "vitest";
import {
  compareNumbers,
  e164Of,
  readSignalledNumber,
  readSignedNumber,
  type SignalledNumber,
} from "./signalled-number";

function number(written: string): SignalledNumber {
  const read = readSignalledNumber(written);
  if (!read) throw new Error(`${written} is no number`);
  return read;
}

test.each([
  ["+12025550123", "12025550123", "international"],
  ["+1-202-555-0123", "12025550123", "international"],
  ["%2B12025550123", "12025550123", "international"],
  ["(202) 555 0123", "2025550123", "written"],
  ["02079460123", "02079460123", "written"],
  ["1001", "1001", "short"],
  ["+911", "911", "international"],
])("%s is read as %s, %s", (written, digits, form) => {
  expect(readSignalledNumber(written)).toEqual({ digits, form });
});

test.each(["", "+", "1", "alice", "12a4567", "+1+2", "1".repeat(21), "*67", " ".repeat(99)])(
  "%j is no number",
  (written) => {
    expect(readSignalledNumber(written)).toBeUndefined();
  },
);

it("reads a national number behind the country code of its context", () => {
  expect(readSignalledNumber("2025550123", "+1")).toEqual({ digits: "12025550123", form: "international" });
  expect(readSignalledNumber("2025550123", "example.com")).toEqual({ digits: "2025550123", form: "written" });
});

it("takes the numbers of a PASSporT for international ones, which they always are", () => {
  expect(readSignedNumber("12025550123")).toEqual({ digits: "12025550123", form: "international" });
  expect(readSignedNumber("alice")).toBeUndefined();
});

test.each([
  ["+12025550123", "+12025550123"],
  ["2025550123", undefined],
  ["+911", undefined],
])("the E.164 of %s is %s", (written, e164) => {
  expect(e164Of(number(written))).toBe(e164);
});

test.each([
  // One number in two spellings.
  ["+12025550123", "12025550123", "same"],
  ["+12025550123", "2025550123", "same"],
  ["+12025550123", "0012025550123", "same"],
  ["+12025550123", "912025550123", "same"],
  ["+442079460123", "02079460123", "same"],
  ["+442079460123", "2079460123", "same"],
  ["+442079460123", "00442079460123", "same"],
  ["+442079460123", "011442079460123", "same"],
  ["02079460123", "442079460123", "same"],
  ["+4722225555", "22225555", "same"],
  // Two numbers.
  ["+12025550123", "+12025550124", "different"],
  ["+12025550123", "+442079460123", "different"],
  ["+12025550123", "2035550123", "different"],
  ["+12025550123", "2025550124", "different"],
  ["+12025550123", "442079460123", "different"],
  ["+442079460123", "02079460124", "different"],
  ["2025550123", "2025550124", "different"],
  ["+911", "+12025550123", "different"],
  ["911", "+12025550123", "different"],
  // Either may be another spelling: an extension, a local number, the 15 and 9 of Argentina, the 8 of Russia.
  ["1001", "+12025550123", "unclear"],
  ["1001", "1002", "unclear"],
  ["5550123", "+12025550123", "unclear"],
  ["+5491155501234", "0111555501234", "unclear"],
  ["+79161234567", "89161234567", "unclear"],
] as const)("%s and %s are: %s", (one, other, likeness) => {
  expect(compareNumbers(number(one), number(other))).toBe(likeness);
  expect(compareNumbers(number(other), number(one))).toBe(likeness);
});
