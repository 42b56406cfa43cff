import { describe, expect, test } from "vitest";
import { countSequence, lostPackets, startSequence } from "./rtp-sequence";

function countOf(numbers: readonly number[]) {
  const [first = 0, ...others] = numbers;
  const count = startSequence(first);
  for (const number of others) countSequence(count, number);
  const { duplicates, outOfOrder, restarts } = count;
  return { lost: lostPackets(count, numbers.length), duplicates, outOfOrder, restarts };
}

const none = { lost: 0, duplicates: 0, outOfOrder: 0, restarts: 0 };

describe("sequence numbers (RFC 3550 A.1, A.3)", () => {
  test.each([
    ["in order", [1, 2, 3, 4], none],
    ["over the end of 16 bits", [65534, 65535, 0, 1], none],
    ["one missing", [1, 2, 4, 5], { ...none, lost: 1 }],
    ["missing at the end of 16 bits", [65534, 1, 2], { ...none, lost: 2 }],
    ["one late", [1, 3, 2, 4], { ...none, outOfOrder: 1 }],
    ["one twice", [1, 2, 2, 3], { ...none, lost: -1, duplicates: 1 }],
    ["an old one twice", [1, 2, 3, 4, 2], { ...none, lost: -1, duplicates: 1 }],
    ["late and twice", [1, 3, 2, 2], { ...none, lost: -1, duplicates: 1, outOfOrder: 1 }],
    ["one before the first", [10, 9, 11], { ...none, outOfOrder: 1 }],
    ["one before zero", [0, 65535, 1], { ...none, outOfOrder: 1 }],
    ["a stray, far off", [1, 2, 30000, 3, 4], none],
    ["a sender that begins anew", [1, 2, 3, 30000, 30001, 30002], { ...none, restarts: 1 }],
    ["a new beginning at zero", [30000, 30001, 0, 1, 2], { ...none, restarts: 1 }],
    ["loss before and after a new beginning", [1, 3, 30000, 30001, 30003], { ...none, lost: 2, restarts: 1 }],
  ])("%s", (_what, numbers, expected) => {
    expect(countOf(numbers)).toEqual(expected);
  });

  test("a duplicate is known again after more than a hundred lost ones", () => {
    expect(countOf([1, 140, 140, 139])).toEqual({ lost: 136, duplicates: 1, outOfOrder: 1, restarts: 0 });
  });

  test("a number that came 128 numbers ago does not make the present one a duplicate", () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index);
    expect(countOf([...numbers.slice(0, 300), ...numbers.slice(301)])).toEqual({ ...none, lost: 1 });
    expect(countOf([...numbers.slice(0, 300), 301, 300])).toEqual({ ...none, outOfOrder: 1 });
  });
});
