import { describe, expect, test } from "vitest";
import { commonPasswords } from "./common-passwords";
import { passwordFault } from "./password-rules";

describe("a password is taken when it is long and not well known:", () => {
  test.each([
    "correct horse battery staple",
    "die Katze tritt die Treppe krumm",
    "ожидание весны",
    "مكالمة في الليل ٣",
    "🐈🐕🐈🐕🐟🐦🐈🐟🐕🐦🐈🐕x",
    "            y           ",
    "\u0000\u0007 tab\tand bell",
    "a".repeat(500) + "b".repeat(500),
  ])("%j", (password) => {
    expect(passwordFault(password)).toBeUndefined();
  });
});

describe("a password is refused", () => {
  test.each([
    ["with 11 characters", "abcdefgh!jk", "PASSWORD_SHORT"],
    ["with 11 characters that are 22 code units", "🐈🐕🐟🐦🐈🐕🐟🐦🐈🐕🐟", "PASSWORD_SHORT"],
    ["when it is empty", "", "PASSWORD_SHORT"],
    ["with 1,001 characters", `${"ab c".repeat(250)}d`, "PASSWORD_LONG"],
    ["when it is one character again and again", "aaaaaaaaaaaa", "PASSWORD_COMMON"],
    ["when it is a short piece again and again", "abc1abc1abc1abc1", "PASSWORD_COMMON"],
    ["when it counts up", "123456789012", "PASSWORD_COMMON"],
    ["when it counts down", "987654321098", "PASSWORD_COMMON"],
    ["when it is the alphabet", "abcdefghijkl", "PASSWORD_COMMON"],
  ])("%s", (_, password, code) => {
    expect(passwordFault(password)).toBe(code);
  });

  test("when it is on the list of common ones, in whatever case", () => {
    const long = [...commonPasswords].filter((password) => [...password].length >= 12);
    expect(long.length).toBeGreaterThan(100);
    for (const password of long) {
      expect(passwordFault(password), password).toBe("PASSWORD_COMMON");
      expect(passwordFault(password.toUpperCase()), password).toBe("PASSWORD_COMMON");
    }
  });
});
