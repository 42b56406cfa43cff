import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { countries } from "@/lib/platform/country";
import { texts } from "@/lib/platform/texts";
import en from "@/messages/en.json";
import { caseFormValues, readCaseForm } from "./read-case-form";
import { caseFields } from "./schema";

const least = { title: "Calls to my mobile", country: "GB", zone: "Europe/London" };

function errorsOf(differs: object) {
  const read = readCaseForm({ ...least, ...differs });
  return read.ok ? [] : read.errors;
}

describe("a form that is taken", () => {
  it("needs a title, a country and a zone", () => {
    expect(readCaseForm(least)).toEqual({ ok: true, details: { ...least, lines: [] } });
  });

  it("keeps numbers as typed with their E.164 beside, and closes the gaps between lines", () => {
    const read = readCaseForm({
      ...least,
      number1: "020 7946 0123",
      provider1: "Example Telecom",
      number4: "+1 212 555 0100",
      provider5: "Example Mobile",
    });
    expect(read).toMatchObject({
      details: {
        lines: [
          { number: "020 7946 0123", e164: "+442079460123", provider: "Example Telecom" },
          { number: "+1 212 555 0100", e164: "+12125550100", provider: "" },
          { number: "", provider: "Example Mobile" },
        ],
      },
    });
  });

  it("takes a number that the plan gives to nobody: the person knows her own number", () => {
    expect(errorsOf({ number1: "07700 900123" })).toEqual([]);
  });

  it("gives back details that fill the form again", () => {
    const read = readCaseForm({
      ...least,
      number1: "020 7946 0123",
      provider1: "Example",
      number2: "07700 900123",
    });
    expect(read.ok && readCaseForm(caseFormValues(read.details))).toEqual(read);
  });
});

describe("a form that is refused", () => {
  test.each([
    [{ title: "" }, "title", "TITLE_MISSING"],
    [{ title: " \t" }, "title", "TITLE_MISSING"],
    [{ title: "x".repeat(121) }, "title", "TOO_LONG"],
    [{ country: "FR" }, "country", "COUNTRY_MISSING"],
    [{ country: undefined, number1: "020 7946 0123" }, "country", "COUNTRY_MISSING"],
    [{ zone: "" }, "zone", "NO_SUCH_ZONE"],
    [{ zone: "London" }, "zone", "NO_SUCH_ZONE"],
    [{ number2: "my mobile" }, "number2", "NUMBER_NOT_READ"],
    [{ number5: "7946 0123 7946 0123" }, "number5", "NUMBER_NOT_READ"],
    [{ number1: "020 7946 0123", number3: "+44 20 7946 0123" }, "number3", "NUMBER_TWICE"],
    [{ provider1: "x".repeat(201) }, "provider1", "TOO_LONG"],
    [{ number1: ["020 7946 0123"] }, "number1", "NOT_TEXT"],
  ])("%j is told at %s as %s", (differs, field, code) => {
    expect(errorsOf(differs)).toMatchObject([{ field, code }]);
  });

  it("tells all faults at once, in the order of the form", () => {
    const fields = errorsOf({ number1: "?", zone: "?", title: "" }).map(({ field }) => field);
    expect(fields).toEqual(["title", "zone", "number1"]);
  });
});

describe("the words", () => {
  test.each(countries)("show a number as people in %s write it, which would itself be taken", (country) => {
    const [error] = errorsOf({ country, number1: "?" });
    const words = error && texts("cases.errors")(error.code as "NUMBER_NOT_READ", error.values);
    expect(words).toMatch(/^Enter a phone number with its area code, like [0-9 ]+$/);
    expect(errorsOf({ country, number1: error?.values?.example })).toEqual([]);
  });

  it("name every country", () => {
    expect(Object.keys(en.cases.countries)).toEqual([...countries]);
  });
});

it("never throws, whatever is sent, and has words for every fault", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("GB", "UTC", "0161 496 0123"),
    fc.anything(),
  );
  const form = fc.record(Object.fromEntries(caseFields.map((field) => [field, value])), { requiredKeys: [] });
  fc.assert(
    fc.property(form, (given) => {
      const read = readCaseForm(given);
      for (const { code } of read.ok ? [] : read.errors) expect(en.cases.errors).toHaveProperty(code);
    }),
    { seed: 20260302, numRuns: 1_000 },
  );
});
