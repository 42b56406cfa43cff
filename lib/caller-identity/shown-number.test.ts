import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { countries } from "@/lib/platform/country";
import en from "@/messages/en.json";
import { kindsOfLine } from "./kind-of-line";
import { remarkCodes } from "./number-remarks";
import { presentations } from "./presentation";
import { readShownNumber, type ShownNumberInput } from "./shown-number";

/** Reads a number as Mara's phone in London showed it. */
function shown(raw: string, differs: Partial<ShownNumberInput> = {}) {
  return readShownNumber({
    raw,
    presentation: "shown",
    country: "GB",
    calledNumbers: ["020 7946 0123"],
    ...differs,
  });
}

function codesOf(raw: string, differs: Partial<ShownNumberInput> = {}) {
  return shown(raw, differs).remarks.map(({ code }) => code);
}

const inUs = { country: "US", calledNumbers: ["+12125550100"] } as const;
const inCanada = { country: "CA", calledNumbers: [] } as const;
const inAustralia = { country: "AU", calledNumbers: ["0491 570 156"] } as const;

describe("reading", () => {
  it("keeps what was shown exactly, and reads it as a number of the country beside", () => {
    expect(shown("\u202a(0)20  7946\u20110999\u202c")).toEqual({
      raw: "\u202a(0)20  7946\u20110999\u202c",
      e164: "+442079460999",
      country: "GB",
      kindOfLine: "fixed",
      national: "020 7946 0999",
      international: "+44 20 7946 0999",
      remarks: [{ code: "neighbour" }],
    });
  });

  test.each([
    ["020 7946 0999", "fixed", {}],
    ["07400 123456", "mobile", {}],
    ["056 1234 5678", "voip", {}],
    ["0800 1111", "toll-free", {}],
    ["0909 879 0000", "premium", {}],
    ["070 1234 5678", "personal", {}],
    ["(212) 555-0142", "fixed-or-mobile", inUs],
    ["13 11 14", "shared-cost", inAustralia],
    ["1-800-FLOWERS", "unknown", inUs],
  ] as const)("the line of %s is: %s", (raw, kind, differs) => {
    expect(shown(raw, differs).kindOfLine).toBe(kind);
  });
});

describe("numbers kept for fiction, as the numbering plans of libphonenumber see them", () => {
  // Ofcom keeps 07700 900xxx out of the plan; the other ranges lie inside ordinary blocks and count as valid.
  test.each([
    ["+1 212 555 0142", "fixed-or-mobile", ["neighbour"], inUs],
    ["+1 416 555 0100", "fixed-or-mobile", ["ordinary"], inCanada],
    ["07700 900123", "unknown", ["unassigned"], {}],
    ["0161 496 0123", "fixed", ["ordinary"], {}],
    ["0491 570 110", "mobile", ["neighbour"], inAustralia],
    ["(02) 5550 0123", "fixed", ["ordinary"], inAustralia],
  ] as const)("the line of %s is %s, and it is told as %j", (raw, kind, codes, differs) => {
    expect(shown(raw, differs).kindOfLine).toBe(kind);
    expect(codesOf(raw, differs)).toEqual(codes);
  });
});

describe("what was not shown", () => {
  test.each([
    ["withheld", "", ["withheld"]],
    ["unknown", "", ["not-shown"]],
    ["payphone", "", ["payphone"]],
    ["not-seen", "", ["not-seen"]],
    ["shown", " \u200b", ["not-seen"]],
    ["withheld", "0161 496 0123", ["withheld", "ordinary"]],
  ] as const)("presentation %s with %j gives %j", (presentation, raw, codes) => {
    expect(codesOf(raw, { presentation })).toEqual(codes);
  });

  test.each([
    ["Private", "withheld"],
    ["private number", "withheld"],
    ["No Caller ID", "withheld"],
    ["Anonymous", "withheld"],
    ["Unknown", "not-shown"],
    ["UNKNOWN CALLER", "not-shown"],
    ["Out of area", "not-shown"],
    ["Payphone", "payphone"],
  ])("the word %s in place of a number means %s", (raw, code) => {
    expect(codesOf(raw)).toEqual([code]);
  });
});

describe("what a number tells", () => {
  test.each<[string, string[], Partial<ShownNumberInput>?]>([
    ["999", ["emergency"]],
    ["112", ["emergency"]],
    ["911", ["emergency"], inUs],
    ["+911", ["emergency"], inUs],
    ["000", ["emergency"], inAustralia],
    ["60061", ["short-code"]],
    ["101", ["short-code"]],
    ["+60061", ["impossible"]],
    ["12", ["impossible"]],
    ["0".repeat(60), ["impossible"]],
    ["+999 1234567", ["impossible"]],
    ["+1 212", ["impossible"], inUs],
    ["🤙", ["impossible"]],
    ["123-456-7890", ["unassigned"], inUs],
    ["+1 999 999 9999", ["unassigned"], inUs],
    ["+442079460123", ["own-number"]],
    ["212-555-0100", ["own-number"], inUs],
    ["020 7946 9999", ["neighbour"]],
    ["020 7945 0123", ["ordinary"]],
    ["212-555-9999", ["neighbour"], inUs],
    ["212-867-5309", ["ordinary"], inUs],
    ["+1 212 867 5309", ["foreign"]],
    ["+44 20 7946 0123", ["foreign"], inUs],
    ["+1 416 555 0100", ["foreign"], inUs],
    ["+1 876 555 0100", ["foreign"], inUs],
    ["+44 1534 555555", ["ordinary"]],
    ["0800 1111", ["toll-free"]],
    ["1 888 555 0100", ["toll-free"], inCanada],
    ["1-900-555-0100", ["premium"], inUs],
    ["+1 900 555 0100", ["foreign", "premium"]],
    ["1-800-FLOWERS", ["letters"], inUs],
    ["sip:mara@example.com", ["letters"]],
    ["020 7946 0123 (Mum)", ["letters"]],
    ["رقم", ["letters"]],
  ])("%s is told as %j", (raw, codes, differs) => {
    expect(codesOf(raw, differs)).toEqual(codes);
  });

  it("says both when a number that nobody can have lies beside the called one", () => {
    expect(codesOf("07700 900456", { calledNumbers: ["07700 900123"] })).toEqual(["neighbour", "unassigned"]);
  });

  it("compares with every number of the person, and passes over those that cannot be read", () => {
    const calledNumbers = ["", "my work phone", "0161 496 0999", "020 7946 0123"];
    expect(codesOf("0161 496 0123", { calledNumbers })).toEqual(["neighbour"]);
  });
});

describe("the words", () => {
  it("tell of every remark what it shows and what it does not prove", () => {
    const texts: Record<string, { shows: string; doesNotProve: string }> = en.callerIdentity.remarks;
    expect(Object.keys(texts).sort()).toEqual([...remarkCodes].sort());
    for (const code of remarkCodes) expect(texts[code]?.doesNotProve).toMatch(/not/);
  });

  it("name every kind of line", () => {
    expect(Object.keys(en.callerIdentity.kindsOfLine).sort()).toEqual([...kindsOfLine].sort());
  });

  it("never say who the caller is", () => {
    expect(JSON.stringify(en.callerIdentity)).not.toMatch(/the caller is|admissible/i);
  });
});

it("never throws and never changes what was shown, whatever it is", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.stringMatching(/^\+?[0-9 ().-]{0,24}$/),
    fc.stringMatching(/^[٠-٩]{0,15}$/),
  );
  const input = fc.record({
    raw: text,
    presentation: fc.constantFrom(...presentations),
    country: fc.constantFrom(...countries),
    calledNumbers: fc.array(text, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(input, (given) => {
      const read = readShownNumber(given);
      expect(read.raw).toBe(given.raw);
      expect(read.remarks.length).toBeGreaterThan(0);
    }),
    { seed: 20260302, numRuns: 2_000 },
  );
});
