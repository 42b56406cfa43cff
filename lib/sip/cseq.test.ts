import { describe, expect, test } from "vitest";
import { readCSeq } from "./cseq";

describe("a CSeq", () => {
  test.each([
    ["1 INVITE", 1, "INVITE"],
    ["0009\r\n  BYE", 9, "BYE"],
    ["36893488147419103232 REGISTER", Number.MAX_SAFE_INTEGER, "REGISTER"],
    [`${"9".repeat(5_000)} X`, Number.MAX_SAFE_INTEGER, "X"],
  ])("%s", (text, number, method) => {
    expect(readCSeq(text)).toMatchObject({ number, method });
  });

  test.each(["", "INVITE", "1", "1INVITE", "-1 INVITE"])("%j has not its form", (text) => {
    expect(readCSeq(text)).toBeUndefined();
  });
});
