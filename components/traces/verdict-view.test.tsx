import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { AssertedIdentity, Verdict } from "@/lib/caller-identity/verdict";
import { VerdictView } from "./verdict-view";

const from: AssertedIdentity = {
  source: "From",
  value: '"Mara" <sip:+12025550123@example.com>;tag=1',
  displayName: "Mara",
  number: "+12025550123",
  asserter: "caller",
  trust: "none",
  message: 1,
  range: { start: 0, end: 10 },
};
const asserted: AssertedIdentity = {
  ...from,
  source: "P-Asserted-Identity",
  value: "<sip:+12025550177@example.net>",
  number: "+12025550177",
  asserter: "network",
  by: "192.0.2.10",
  trust: "unknown",
};

function verdictOf(changed: Partial<Verdict>): Verdict {
  return {
    result: "claimed",
    claimed: "+12025550123",
    identities: [from],
    contradictions: [],
    isSpoofingIndicated: false,
    isWithheld: false,
    passports: [],
    notChecked: ["no-signature"],
    whoCanAnswer: [],
    ...changed,
  };
}

function said(changed: Partial<Verdict>): string {
  const html = renderToStaticMarkup(<VerdictView verdict={verdictOf(changed)} />);
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

const differs = {
  result: "contradicted" as const,
  identities: [from, asserted],
  contradictions: [
    { code: "FROM_DIFFERS_FROM_ASSERTED" as const, isInsideOneTrust: false, between: [0, 1], values: [] },
  ],
};

const everyResult: Partial<Verdict>[] = [
  {},
  { claimed: undefined },
  { result: "network-asserted", identities: [from, asserted] },
  { result: "carrier-attested", attestation: "A" },
  { result: "carrier-attested", attestation: "C" },
  differs,
  { ...differs, isSpoofingIndicated: true },
  { result: "withheld", claimed: undefined, isWithheld: true },
];

describe("whatever the result", () => {
  test.each(everyResult)(
    "it never says who the caller is, and that a number may be an innocent person’s: %o",
    (changed) => {
      expect(said(changed).toLowerCase()).not.toContain("the caller is ");
      expect(said(changed)).toContain("may belong to an innocent person");
    },
  );
});

test("a clean call raises no alarm", () => {
  const words = said({
    result: "network-asserted",
    identities: [from, { ...asserted, number: from.number }],
  });
  expect(words).toContain("Nothing in this trace contradicts it.");
  expect(words).not.toMatch(/forged|warning|danger|spoof|attack|contradictory/i);
});

test("a call that only the caller spoke of says that there was nothing to compare", () => {
  expect(said({})).toContain("only one side spoke");
});

test("a contradiction names both statements and where they stand", () => {
  expect(said(differs)).toMatch(/From: \+12025550123 .*P-Asserted-Identity: \+12025550177/);
});

test("without trust a contradiction is not called forgery", () => {
  expect(said(differs)).toContain("cannot tell whether the shown number was forged");
  expect(said(differs)).not.toContain("That is a sign");
});

test("inside one trust boundary it is called a sign of forgery", () => {
  expect(said({ ...differs, isSpoofingIndicated: true })).toContain(
    "a sign that the shown number was forged",
  );
});

test.each([
  ["A", "may use +12025550123"],
  ["B", "but not whether this customer may use +12025550123"],
  ["C", "came into its network from outside"],
] as const)("level %s says no more than the phone company said", (attestation, words) => {
  expect(said({ result: "carrier-attested", attestation })).toContain(words);
});

test("a withheld number is not called lost", () => {
  expect(said({ result: "withheld", claimed: undefined, isWithheld: true })).toContain("may still have it");
});

test("a name that turns the direction of writing is shown with its marks", () => {
  expect(said({ claimedName: "eciloP\u202e" })).toContain("\\u202E");
});
