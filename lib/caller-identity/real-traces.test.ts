// What calls of real SIP software say of their caller (lib/sip/real-traces/README.md), as they were set up.
import { describe, expect, test } from "vitest";
import { readRealTrace } from "@/lib/sip/real-traces/test-real-traces";
import { judgeCaller } from "./judge-caller";
import type { Contradiction, Verdict } from "./verdict";

const edge = "127.0.0.31";

const judge = (name: string, call = 1, declaredHosts: string[] = []): Promise<Verdict> =>
  judgeCaller({ calls: readRealTrace(name).withLegs(call), declaredHosts });

type Told = Pick<Verdict, "result"> & { claimed?: string; codes?: Contradiction["code"][] };

const verdicts: [name: string, call: number, told: Told][] = [
  ["call-by-proxy", 1, { result: "claimed", claimed: "+12025550163" }],
  ["call-by-tcp", 2, { result: "claimed", claimed: "+12025550163" }],
  ["call-by-ipv6", 1, { result: "claimed", claimed: "+12025550163" }],
  ["parallel-forking", 1, { result: "claimed", claimed: "+12025550163" }],
  ["busy", 1, { result: "claimed", claimed: "+12025550163" }],
  ["unknown-number", 1, { result: "claimed", claimed: "+12025550163" }],
  ["cancelled-while-ringing", 1, { result: "claimed", claimed: "+12025550163" }],
  ["redirect-followed-by-caller", 1, { result: "claimed", claimed: "+12025550163" }],
  ["redirect-followed-by-proxy", 1, { result: "claimed", claimed: "+12025550163" }],
  ["blind-transfer", 1, { result: "claimed", claimed: "+12025550163" }],
  ["attended-transfer", 1, { result: "claimed", claimed: "+12025550163" }],
  ["transfer-by-phones", 1, { result: "claimed", claimed: "+12025550163" }],
  ["middleman-without-link", 2, { result: "claimed", claimed: "+12025550163" }],
  ["middleman-with-link", 2, { result: "claimed", claimed: "+12025550163" }],
  ["digest-wrong-then-right", 1, { result: "claimed", claimed: "+12025550163" }],
  ["registration-then-call", 2, { result: "claimed", claimed: "+12025550163" }],
  ["sound-both-ways", 1, { result: "claimed", claimed: "+12025550163" }],
  ["caller-asserted", 1, { result: "network-asserted", claimed: "+12025550118" }],
  ["caller-withheld", 1, { result: "withheld" }],
  [
    "forged-from",
    1,
    {
      result: "contradicted",
      claimed: "+12025550100",
      codes: [
        "ASSERTED_CHANGED_ON_THE_WAY",
        "FROM_DIFFERS_FROM_ASSERTED",
        "PREFERRED_DIFFERS_FROM_ASSERTED",
        "REMOTE_PARTY_DIFFERS_FROM_ASSERTED",
        "VERIFICATION_FAILED_UPSTREAM",
      ],
    },
  ],
];

test.each(verdicts)(
  "%s: what is said of the caller of call %i",
  async (name, call, { result, claimed, codes = [] }) => {
    const verdict = await judge(name, call);
    expect(verdict.result).toBe(result);
    if (claimed === undefined) expect(verdict.claimed).toBeUndefined();
    else expect(verdict.claimed).toContain(claimed);
    expect([...new Set(verdict.contradictions.map(({ code }) => code))].sort()).toEqual(codes);
    expect(verdict.isWithheld).toBe(result === "withheld");
    expect(verdict.passports).toEqual([]);
  },
);

describe("the forged From", () => {
  test("the bank's name and number are told as the caller's own words, and the edge's number as the network's", async () => {
    const { claimedName, identities } = await judge("forged-from");
    expect(claimedName).toBe("Town Bank Security");
    const assertedBy = (number: string) =>
      identities
        .filter((one) => one.number?.endsWith(number))
        .map(({ source, asserter }) => [source, asserter]);
    expect(assertedBy("12025550100")).toEqual(
      expect.arrayContaining([
        ["From", "caller"],
        ["P-Preferred-Identity", "caller"],
        ["Remote-Party-ID", "caller"],
        ["P-Asserted-Identity", "caller"],
      ]),
    );
    expect(assertedBy("12025550100")).not.toContainEqual(["P-Asserted-Identity", "network"]);
    expect(assertedBy("12025550177")).toContainEqual(["P-Asserted-Identity", "network"]);
  });

  test("spoofing is called indicated only once the person has named the edge as her provider's", async () => {
    expect((await judge("forged-from")).isSpoofingIndicated).toBe(false);
    expect((await judge("forged-from", 1, [edge])).isSpoofingIndicated).toBe(true);
  });

  test("the edge's operator can answer, and is told all that finds the call again", async () => {
    const { whoCanAnswer } = await judge("forged-from");
    const asked = whoCanAnswer.find(({ because }) => because === "asserted");
    const facts = Object.fromEntries((asked?.facts ?? []).map(({ name, value }) => [name, value]));
    expect(facts).toMatchObject({ icid: "7d1c44e0a9", "orig-ioi": "edge.example.test" });
    expect(facts["call-id"]).toBe(readRealTrace("forged-from").calls[0]?.callId);
    expect(facts["time-utc"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
    expect(facts["called"]).toContain("+12025550142");
    expect(facts["caller-claimed"]).toContain("+12025550100");
    expect(JSON.stringify(asked?.facts)).toContain("127.0.0.21:15121");
  });
});

describe("a caller who asked to be withheld", () => {
  test("the number that the edge added is kept as the network's word, and is not a contradiction", async () => {
    const { identities, contradictions, claimed } = await judge("caller-withheld");
    const asserted = identities.filter(({ source }) => source === "P-Asserted-Identity");
    expect(asserted).toHaveLength(1);
    expect(asserted[0]).toMatchObject({
      asserter: "network",
      by: expect.stringContaining(edge),
      isSeenAdded: true,
    });
    expect(asserted[0]?.number).toContain("12025550177");
    expect(contradictions).toEqual([]);
    expect(claimed).toBeUndefined();
  });
});

test("an edge that agrees with the caller raises no alarm, declared or not", async () => {
  for (const declared of [[], [edge]]) {
    const { contradictions, isSpoofingIndicated, identities } = await judge("caller-asserted", 1, declared);
    expect(contradictions).toEqual([]);
    expect(isSpoofingIndicated).toBe(false);
    expect(identities.find(({ source }) => source === "P-Asserted-Identity")).toMatchObject({
      trust: declared.length > 0 ? "declared" : "unknown",
    });
  }
});

test("the Diversion of a redirected call is told as what it is: somebody's word on the way, not the caller's identity", async () => {
  const { identities, result } = await judge("redirect-followed-by-caller");
  expect(result).toBe("claimed");
  expect(identities.find(({ source }) => source === "Diversion")?.value).toContain("+12025550142");
});

test("behind a middleman the outer caller's address is given to whoever can be asked", async () => {
  const { identities, whoCanAnswer } = await judge("middleman-without-link", 2);
  expect(JSON.stringify(identities.map(({ value }) => value))).toContain("127.0.0.12");
  expect(JSON.stringify(whoCanAnswer)).toContain("127.0.0.41");
});
