import { expect, test } from "vitest";
import { countries } from "@/lib/platform/country";
import { helplines } from "./helplines";

test.each(countries)("%s has an emergency number and somebody to talk to", (country) => {
  const kinds = helplines.filter((line) => line.country === country).map((line) => line.kind);
  expect(kinds).toContain("emergency");
  expect(kinds).toContain("support");
});

test.each(helplines)("$country $contact names its source and the day it was checked", (line) => {
  expect(line.sourceUrl).toMatch(/^https:\/\//);
  expect(line.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
});
