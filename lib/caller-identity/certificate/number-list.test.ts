import { expect, it, test } from "vitest";
import { numberList } from "../test-passports";
import { listsNumber, readNumberList } from "./number-list";

it("holds carriers, ranges and single numbers", () => {
  const bytes = numberList([{ spc: "709J" }, { start: "12025550100", count: 300 }, { one: "442079460123" }]);
  expect(readNumberList(bytes)).toEqual({
    providers: ["709J"],
    ranges: [{ start: "12025550100", count: 300 }],
    numbers: ["442079460123"],
  });
});

test.each([
  ["with explicit tags", "3008a006160437303941"],
  ["with implicit tags", "3006800437303941"],
])("reads a carrier %s", (_, hex) => {
  expect(readNumberList(Buffer.from(hex, "hex"))?.providers).toEqual(["709A"]);
});

test.each([
  ["nothing", ""],
  ["an empty list", "3000"],
  ["no list", "160437303941"],
  ["bytes behind the list", "3008a00616043730394100"],
  ["a length past the end", "3009a006160437303941"],
  ["a length without end", "3080a0061604373039410000"],
  ["a length of gigabytes", "3084ffffffff"],
  ["another choice", "3008a306160437303941"],
  ["another tag", "30080206160437303941"],
  ["letters that no code has", "3008a006160437303900"],
  ["a range without a count", "300fa10d300b1609313230323535353031"],
])("%s is no list of numbers", (_, hex) => {
  expect(readNumberList(Buffer.from(hex, "hex"))).toBeUndefined();
});

const list = { providers: [], ranges: [{ start: "12025550100", count: 100 }], numbers: ["442079460123"] };
test.each([
  ["12025550099", false],
  ["12025550100", true],
  ["12025550199", true],
  ["12025550200", false],
  ["2025550100", false],
  ["442079460123", true],
])("%s lies in it: %s", (digits, isListed) => {
  expect(listsNumber(list, digits)).toBe(isListed);
});
