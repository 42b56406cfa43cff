import { expect, test } from "vitest";
import { newKey } from "@/lib/platform/sealed";
import { openSearch, sealSearch } from "./sealed-search";

const key = newKey();
const trace = "8f14e45f-ceea-467f-a9f8-5d0b5d5c7c11";

test("what is looked for comes back from the address, and does not stand in it", () => {
  const sealed = sealSearch(key, trace, "+12025550143");
  expect(openSearch(key, trace, sealed)).toBe("+12025550143");
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("2025550143");
});

test.each([
  ["another trace", "c9f0f895-fb98-4b91-99d0-1f8a8b6a2f4e", (sealed: string) => sealed],
  ["a changed address", trace, (sealed: string) => sealed.replace(/^.{4}/, "AAAA")],
  ["a cut address", trace, (sealed: string) => sealed.slice(0, 20)],
  ["no address", trace, () => ""],
])("%s asks for nothing", (_, where, change) => {
  expect(openSearch(key, where, change(sealSearch(key, trace, "Mara")))).toBe("");
});
