import { describe, expect, test } from "vitest";
import { countries } from "@/lib/platform/country";
import type { Fact } from "./fact";
import { jurisdictionOf } from "./jurisdiction";

describe.each(countries)("%s", (country) => {
  const jurisdiction = jurisdictionOf(country);
  const facts: Fact<unknown>[] = [
    jurisdiction.emergency,
    ...(jurisdiction.nonEmergency ? [jurisdiction.nonEmergency] : []),
    ...(jurisdiction.declaration.words ? [jurisdiction.declaration.words] : []),
    ...(jurisdiction.withheldNumbers ? [jurisdiction.withheldNumbers] : []),
    ...jurisdiction.offences,
    ...jurisdiction.retention,
  ];

  test("every fact names where it was read and the day it was taken over", () => {
    for (const { source, takenOverOn } of facts) {
      expect(source).toMatch(/https?:\/\//);
      expect(takenOverOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test("a declaration without words that were read says who supplies them", () => {
    const { words, note } = jurisdiction.declaration;
    expect(words?.value ?? note).toMatch(words ? /true/ : /supplies the words/);
  });
});

test("the numbers to call are those of each country", () => {
  expect(countries.map((country) => jurisdictionOf(country).emergency.value)).toEqual([
    "911",
    "999",
    "911",
    "000",
  ]);
});

test("provisions that no source was read for are not stated", () => {
  const stated = JSON.stringify(countries.map((country) => ({ ...jurisdictionOf(country), questions: [] })));
  expect(stated).not.toMatch(/875\(c\)|2261A|264\.1|2702|1001ff|CALEA/);
});
