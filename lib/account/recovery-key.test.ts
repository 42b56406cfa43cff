import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey, recoveryKeys } from "./recovery-key";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretArbitrary = fc.uint8Array({ minLength: 20, maxLength: 20 });

test("a recovery key is nine groups of four, without letters that look like digits", () => {
  const keys = Array.from({ length: 50 }, newRecoveryKey);
  for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(keys).size).toBe(50);
});

test("every key that is printed reads back", () => {
  fc.assert(
    fc.property(secretArbitrary, (secret) => {
      expect(parseRecoveryKey(formatRecoveryKey(secret))).toEqual(secret);
    }),
    { seed: 20260302, numRuns: 300 },
  );
});

const secret = Uint8Array.from({ length: 20 }, (_, index) => index * 13);
const key = formatRecoveryKey(secret);

test.each([
  ["in small letters", key.toLowerCase()],
  ["without hyphens", key.replaceAll("-", "")],
  ["in other groups, over two lines", key.replaceAll("-", "").replace(/(.{12})/g, "$1 \n")],
  ["with long dashes", key.replaceAll("-", " – ")],
  ["with O for 0 and l for 1", key.replaceAll("0", "O").replaceAll("1", "l")],
  [
    "in full-width letters",
    key.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  ],
])("a key typed %s is the same key", (_, typed) => {
  expect(parseRecoveryKey(typed)).toEqual(secret);
});

test("a key with any one wrong letter is told from a key", () => {
  const clean = key.replaceAll("-", "");
  for (let at = 0; at < clean.length; at++)
    for (const letter of LETTERS) {
      if (letter === clean[at]) continue;
      const typed = clean.slice(0, at) + letter + clean.slice(at + 1);
      expect(parseRecoveryKey(typed), `${letter} at ${at}`).toBeUndefined();
    }
});

test("a key with two neighbours swapped is told from a key", () => {
  const clean = key.replaceAll("-", "");
  for (let at = 0; at + 1 < clean.length; at++) {
    const typed = clean.slice(0, at) + clean[at + 1] + clean[at] + clean.slice(at + 2);
    if (typed !== clean) expect(parseRecoveryKey(typed), `at ${at}`).toBeUndefined();
  }
});

test.each(["", "-", key.slice(0, -1), `${key}0`, "U".repeat(36), `${key.slice(0, -1)}é`])(
  "%j is no key",
  (typed) => {
    expect(parseRecoveryKey(typed)).toBeUndefined();
    expect(recoveryKeys(typed)).toBeUndefined();
  },
);

test("what finds the account does not open it", () => {
  const keys = recoveryKeys(key);
  expect(keys?.tag).not.toEqual(keys?.wrapKey);
  expect(recoveryKeys(key.toLowerCase())).toEqual(keys);
});
