import { expect, test } from "vitest";
import { numberInName } from "./number-in-name";

test.each([
  ["+911 Police Dept", "911"],
  ["+1 (202) 555-0123", "12025550123"],
  ["Bank 020 7946 0123", "02079460123"],
  ["2025550123", "2025550123"],
  ["911", "911"],
])("phones that show the name %j show the number %s", (name, digits) => {
  expect(numberInName(name)?.digits).toBe(digits);
});

test.each([
  "",
  "Alice",
  "Room 1204",
  "Extension 1005",
  "24/7 Cabs",
  "911 Restoration",
  "Flight 2026",
  "1001",
])("the digits of %j are no telephone number", (name) => {
  expect(numberInName(name)).toBeUndefined();
});
