import { expect, test } from "vitest";
import type { AssertedIdentity, Contradiction, Verdict } from "./verdict";
import { verdictLead } from "./verdict-lead";

const place = { by: "192.0.2.10", trust: "unknown", message: 1, range: { start: 0, end: 1 } } as const;
const from: AssertedIdentity = {
  ...place,
  source: "From",
  value: "<sip:+12025550123@example.com>",
  number: "+12025550123",
  asserter: "caller",
};
const asserted: AssertedIdentity = {
  ...place,
  source: "P-Asserted-Identity",
  value: "<sip:+12025550177@example.com>",
  number: "+12025550177",
  asserter: "network",
};

const differs: Contradiction = {
  code: "FROM_DIFFERS_FROM_ASSERTED",
  isInsideOneTrust: false,
  between: [0, 1],
  values: [],
};

function verdictOf(changed: Partial<Verdict>): Verdict {
  const nothing = { contradictions: [], passports: [], notChecked: [], whoCanAnswer: [] };
  const base = { claimed: "+12025550123", isSpoofingIndicated: false, isWithheld: false };
  return { result: "claimed", identities: [from, asserted], ...nothing, ...base, ...changed };
}

const contradicted: Partial<Verdict> = { result: "contradicted", contradictions: [differs] };

test.each<[string, Partial<Verdict>, string]>([
  ["a claim", {}, "claimed"],
  ["a claim of nothing", { claimed: undefined }, "claimedNothing"],
  ["a withheld number", { result: "withheld", claimed: undefined }, "withheld"],
  ["a network’s word", { result: "network-asserted" }, "network-asserted"],
  ["a signature of level B", { result: "carrier-attested", attestation: "B" }, "carrier-attested-B"],
  ["a signature without a level", { result: "carrier-attested" }, "carrier-attested-C"],
  ["statements that do not agree", { ...contradicted, contradictions: [] }, "contradicted"],
  ["statements, but no shown number", { ...contradicted, claimed: undefined }, "contradictedNothing"],
])("%s has its own first sentence", (_what, changed, sentence) => {
  expect(verdictLead(verdictOf(changed))).toEqual({ sentence });
});

test("the number that stands against the shown one is named, and never one that the caller gave", () => {
  const named = { sentence: "contradictedNumber", other: "+12025550177" };
  expect(verdictLead(verdictOf(contradicted))).toEqual(named);
  const identities: AssertedIdentity[] = [from, { ...asserted, asserter: "caller" }];
  expect(verdictLead(verdictOf({ ...contradicted, identities }))).toEqual({ sentence: "contradicted" });
});
