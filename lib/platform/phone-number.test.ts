import { expect, test } from "vitest";
import { readPhoneNumber } from "./phone-number";

test.each([
  ["020 7946 0123", "GB", "+442079460123"],
  ["(212) 555-0142", "US", "+12125550142"],
  ["+44 (0)20 7946 0123", "US", "+442079460123"],
  ["011 44 20 7946 0123", "US", "+442079460123"],
  ["0011 44 20 7946 0123", "AU", "+442079460123"],
  ["\u202a+1\u00a0212\u2011555\u20110100\u202c", "CA", "+12125550100"],
  ["٠٢٠ ٧٩٤٦ ٠١٢٣", "GB", "+442079460123"],
] as const)("%s, written in %s, is %s", (text, country, e164) => {
  expect(readPhoneNumber(text, country)?.number).toBe(e164);
});

test.each([
  "",
  "+",
  "12",
  "call 020 7946 0123",
  "020 7946 0123 or 020 7946 0124",
  "1".repeat(300),
  "🤙",
  "+999 1234",
])("%s is no phone number", (text) => expect(readPhoneNumber(text, "GB")).toBeUndefined());
