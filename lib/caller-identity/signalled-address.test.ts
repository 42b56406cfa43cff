import { expect, it, test } from "vitest";
import { compareAddresses, readAddress } from "./signalled-address";

function address(written: string) {
  return readAddress(written, { start: 0, end: written.length });
}

test.each([
  ['"Alice" <sip:alice@example.com>;tag=1', "<sip:ALICE@EXAMPLE.COM>", "same"],
  ["<sip:alice@example.com>", "<sip:bob@example.com>", "different"],
  ["<sip:alice@example.com>", "<sip:alice.smith@example.com>", "unclear"],
  ["<sip:alice@example.com>", "<sip:bob@example.net>", "unclear"],
  ["<sip:alice@example.com>", "<tel:+12025550123>", "unclear"],
  ["<sip:1001@example.com>", "<sip:1002@example.com>", "different"],
  ["<sip:1001@example.com>", "<sip:1002@example.net>", "unclear"],
  ["<sip:+12025550123;npdi@example.com;user=phone>", "<tel:+1-202-555-0123>", "same"],
  ["<tel:2025550123;phone-context=+1>", "<sip:+12025550123@example.com>", "same"],
  ["<sip:anonymous@anonymous.invalid>", "<sip:+12025550123@example.com>", "unclear"],
  ["<sip:example.com>", "<sip:+12025550123@example.com>", "unclear"],
])("%s and %s are: %s", (one, other, likeness) => {
  expect(compareAddresses(address(one), address(other))).toBe(likeness);
});

test.each([
  ['"Anonymous" <sip:anonymous@anonymous.invalid>', true],
  ["<sip:x9@anonymous.invalid>", true],
  ['"Anonymous" <sip:c8oqz84zk7z@privacy.example>', true],
  ["<sip:Anonymous@192.0.2.1>", true],
  ['"Anonymous" <sip:+12025550123@example.com>', false],
  ['"Private Eye Ltd" <sip:eye@example.com>', false],
])("%s hides who calls: %s", (written, isAnonymous) => {
  expect(address(written).isAnonymous).toBe(isAnonymous);
});

it("keeps the URI as it was written", () => {
  expect(address('"A" <sip:+1(202)5550123@Example.com;user=phone>;tag=1').uri).toBe(
    "sip:+1(202)5550123@Example.com;user=phone",
  );
});
