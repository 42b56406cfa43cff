import { expect, test } from "vitest";
import type { AssertedIdentity, Verdict } from "@/lib/caller-identity/verdict";
import { ladderRemarks } from "./ladder-remarks";

const from: AssertedIdentity = {
  source: "From",
  value: "<sip:+12025550123@example.com>",
  number: "+12025550123",
  asserter: "caller",
  trust: "none",
  message: 1,
  range: { start: 0, end: 1 },
};
const network = { ...from, asserter: "network" as const, trust: "unknown" as const, message: 2 };
const identities: AssertedIdentity[] = [
  from,
  { ...network, source: "P-Asserted-Identity", number: "+12025550177" },
  { ...network, source: "verstat", value: "TN-Validation-Failed", number: undefined },
];

const disagreement = { isInsideOneTrust: false, values: [] };
const contradictions: Verdict["contradictions"] = [
  { ...disagreement, code: "FROM_DIFFERS_FROM_ASSERTED", between: [0, 1] },
  { ...disagreement, code: "PREFERRED_DIFFERS_FROM_ASSERTED", between: [0, 1] },
  { ...disagreement, code: "VERIFICATION_FAILED_UPSTREAM", between: [2] },
];
const verdict: Verdict = {
  result: "contradicted",
  claimed: "+12025550123",
  identities,
  contradictions,
  isSpoofingIndicated: false,
  isWithheld: false,
  passports: [],
  notChecked: [],
  whoCanAnswer: [],
};

test("the message that holds another number says so once, and the caller’s own says nothing", () => {
  expect([...ladderRemarks(verdict)]).toEqual([
    [2, ["another number: +12025550177", "a check of the number failed"]],
  ]);
});

test("a call without contradictions has no remarks", () => {
  expect(ladderRemarks({ ...verdict, contradictions: [] }).size).toBe(0);
});
