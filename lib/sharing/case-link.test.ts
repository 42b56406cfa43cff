import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLinkSecret, newLinkSecret, newPasscode, parseLinkSecret, parsePasscode } from "./case-link";

test("a link's secret has 256 random bits, in letters that cannot be mistaken for digits", () => {
  const secrets = Array.from({ length: 200 }, newLinkSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[a-hjkmnp-tv-z0-9]{52}$/);
  expect(new Set(secrets).size).toBe(200);
  expect(new Set(secrets.join("")).size, "every letter occurs, so each bears five bits").toBe(32);
});

test("a secret reads back from its groups of four, however it is typed", () => {
  fc.assert(
    fc.property(fc.constantFrom(" ", "-", "\n", " - "), fc.boolean(), (gap, isUpper) => {
      const secret = newLinkSecret();
      const shown = formatLinkSecret(secret);
      expect(shown).toMatch(/^(.{4}-){12}.{4}$/);
      const typed = shown.replaceAll("-", gap);
      expect(parseLinkSecret(isUpper ? typed.toUpperCase() : typed)).toBe(secret);
    }),
    { seed: 20260302, numRuns: 50 },
  );
});

test("a passcode is eight digits, also when it begins with zeros", () => {
  for (let made = 0; made < 200; made++) expect(newPasscode()).toMatch(/^\d{8}$/);
});

test.each(["1234 5678", "1234-5678", " 12345678\n", "１２３４５６７８"])(
  "the passcode %j is 12345678",
  (typed) => {
    expect(parsePasscode(typed)).toBe("12345678");
  },
);
