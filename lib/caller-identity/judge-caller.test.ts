import "reflect-metadata";
import { describe, expect, it, test } from "vitest";
import { b2buaCall } from "@/lib/sip/scenario/b2bua-call";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { callWhenAbsent } from "@/lib/sip/scenario/call-when-absent";
import { aCaller, aCore, anEdge } from "@/lib/sip/scenario/cast";
import { digestCall } from "@/lib/sip/scenario/digest-call";
import { adding, forgedCall } from "@/lib/sip/scenario/forged-call";
import { forkedCall } from "@/lib/sip/scenario/forked-call";
import { gatewayCall } from "@/lib/sip/scenario/gateway-call";
import { redirectedCall } from "@/lib/sip/scenario/redirected-call";
import type { ScenarioMessage } from "@/lib/sip/scenario/script";
import { shakenCall } from "@/lib/sip/scenario/shaken-call";
import { thirdPartyControl } from "@/lib/sip/scenario/third-party-control";
import { attendedTransfer, blindTransfer } from "@/lib/sip/scenario/transferred-call";
import { withRepeats } from "@/lib/sip/scenario/with-repeats";
import { withheldCall } from "@/lib/sip/scenario/withheld-call";
import { callsOf } from "@/lib/sip/test-messages";
import { judgeCaller } from "./judge-caller";
import { quickResult } from "./quick-result";
import { callWith, codesOf, verdictOn, withLegs } from "./test-callers";
import { carrierAndRoot, passport, shakenClaims } from "./test-passports";

const pai = (uri: string): [string, string] => ["P-Asserted-Identity", uri];
const caller = (user: string, displayName?: string) => ({ caller: { ...aCaller, user, displayName } });

describe("a clean call raises no alarm:", () => {
  test.each<[string, ScenarioMessage[]]>([
    ["a straight call", callScenario()],
    ["one through a proxy", callScenario({ servers: [anEdge] })],
    ["one through two proxies, with repeats", withRepeats(callScenario({ servers: [anEdge, aCore] }))],
    ["one with a login", digestCall()],
    ["one that rings at several places", forkedCall()],
    ["one through a middleman", b2buaCall()],
    ["one that is redirected", redirectedCall()],
    ["one that goes on to another number", callWhenAbsent()],
    ["one from a gateway", gatewayCall()],
    ["one that is handed on", blindTransfer()],
    ["one that is handed on after asking", attendedTransfer()],
    ["one that a third party made", thirdPartyControl()],
    [
      "one whose number the network confirms",
      callScenario({ servers: [anEdge], edit: adding(pai(`<sip:${aCaller.user}@example.com>`)) }),
    ],
    [
      "one whose network writes the number in its own way",
      callWith([pai("<tel:+1-202-555-0143>")], caller("2025550143", "202-555-0143")),
    ],
    [
      "one from an extension behind a main number",
      callWith([pai("<sip:+12025550100@example.com>")], caller("1001", "Extension 1001")),
    ],
    [
      "one with a name that the network has another address for",
      callWith([pai("<tel:+12025550143>")], caller("alice")),
    ],
  ])("%s", async (_, messages) => {
    const { calls } = callsOf(messages);
    for (const { number } of calls) {
      const verdict = await judgeCaller({ calls: withLegs(calls, number) });
      expect(verdict.contradictions).toEqual([]);
      expect(verdict.isSpoofingIndicated).toBe(false);
      expect(["claimed", "network-asserted"]).toContain(verdict.result);
    }
  });
});

describe("a forged caller", () => {
  it("is contradicted by the network that was seen to put another number beside the claim", async () => {
    const verdict = await verdictOn(forgedCall(), { declaredHosts: [anEdge.address] });
    expect(verdict).toMatchObject({
      result: "contradicted",
      isSpoofingIndicated: true,
      claimed: "+12025550110",
      claimedName: "City Police Dept",
    });
    expect(codesOf(verdict)).toEqual([
      "FROM_DIFFERS_FROM_ASSERTED inside",
      "REMOTE_PARTY_DIFFERS_FROM_ASSERTED inside",
      "PREFERRED_DIFFERS_FROM_ASSERTED inside",
      "VERIFICATION_FAILED_UPSTREAM inside",
    ]);
    const [first] = verdict.contradictions;
    expect(first?.between.map((place) => verdict.identities[place]?.source)).toEqual([
      "From",
      "P-Asserted-Identity",
    ]);
  });

  it("is no sign of forgery while nobody named the network that put its word beside the claim", async () => {
    const verdict = await verdictOn(forgedCall());
    expect(verdict).toMatchObject({ result: "contradicted", isSpoofingIndicated: false });
    expect(codesOf(verdict)).toContain("FROM_DIFFERS_FROM_ASSERTED");
  });

  it("is not told from an odd line where the capture saw only what arrived", async () => {
    const messages = callWith([pai("<sip:+12025550143@example.com>")], caller("+12025550110"));
    const verdict = await verdictOn(messages);
    expect(codesOf(verdict)).toEqual(["FROM_DIFFERS_FROM_ASSERTED"]);
    expect(verdict).toMatchObject({ result: "contradicted", isSpoofingIndicated: false });
  });

  it("is told there, too, once the person says that the sender is her own provider", async () => {
    const messages = callWith([pai("<sip:+12025550143@example.com>")], caller("+12025550110"));
    const verdict = await verdictOn(messages, { declaredHosts: [aCaller.place.address] });
    expect(codesOf(verdict)).toEqual(["FROM_DIFFERS_FROM_ASSERTED inside"]);
    expect(verdict.isSpoofingIndicated).toBe(true);
  });

  it("may show another number in the name than in the address", async () => {
    const verdict = await verdictOn(callWith([], caller("+12025550110", "+911 Police Dept")));
    expect(codesOf(verdict)).toEqual(["DISPLAY_NAME_HOLDS_OTHER_NUMBER"]);
  });

  it("may put an emergency number into From", async () => {
    const verdict = await verdictOn(callWith([pai("<tel:+12025550143>")], caller("911")));
    expect(codesOf(verdict)).toEqual(["FROM_DIFFERS_FROM_ASSERTED"]);
  });

  it("may assert a number itself, which the network then replaces", async () => {
    const messages = callScenario({
      ...caller("+12025550110"),
      servers: [anEdge],
      headers: [pai("<tel:+12025550110>")],
      edit: (draft, hop) => ({
        ...draft,
        headers: draft.headers.map((line) =>
          hop === 1 && line[0] === "P-Asserted-Identity" ? pai("<tel:+12025550143>") : line,
        ),
      }),
    });
    expect(codesOf(await verdictOn(messages, { declaredHosts: [anEdge.address] }))).toEqual([
      "FROM_DIFFERS_FROM_ASSERTED inside",
      "ASSERTED_CHANGED_ON_THE_WAY inside",
    ]);
  });

  it("is not made out of a second address that the network knows of the same caller", async () => {
    const both = [pai("<sip:alice@example.com>"), pai("<tel:+12025550110>")];
    const verdict = await verdictOn(callWith(both, caller("+12025550110")));
    expect(verdict.contradictions).toEqual([]);
  });

  it("is told by Remote-Party-ID where the network writes that", async () => {
    const line: [string, string] = [
      "Remote-Party-ID",
      "<sip:+12025550143@example.com>;party=calling;screen=yes",
    ];
    const messages = callScenario({ ...caller("+12025550110"), servers: [anEdge], edit: adding(line) });
    const verdict = await verdictOn(messages, { declaredHosts: [anEdge.address] });
    expect(codesOf(verdict)).toEqual(["FROM_DIFFERS_FROM_ASSERTED inside"]);
  });

  it("is not seen in what Remote-Party-ID says of the called person", async () => {
    const line: [string, string] = [
      "Remote-Party-ID",
      "<sip:+12025550177@example.com>;party=called;screen=yes",
    ];
    const verdict = await verdictOn(callWith([line]));
    expect(verdict.identities.map(({ source }) => source)).not.toContain("Remote-Party-ID");
  });
});

describe("who asserts", () => {
  const paiOf = (verdict: Awaited<ReturnType<typeof verdictOn>>) =>
    verdict.identities.find(({ source }) => source === "P-Asserted-Identity");

  it("the host that was seen to add it", async () => {
    const verdict = await verdictOn(
      callScenario({ servers: [anEdge], edit: adding(pai("<tel:+12025550143>")) }),
    );
    expect(verdict.result).toBe("network-asserted");
    expect(paiOf(verdict)).toMatchObject({
      asserter: "network",
      by: anEdge.address,
      isSeenAdded: true,
      trust: "unknown",
    });
  });

  it("the caller's device, when it stood in what that device sent to the network", async () => {
    const verdict = await verdictOn(
      callScenario({ servers: [anEdge], headers: [pai("<tel:+12025550143>")] }),
    );
    expect(verdict.result).toBe("claimed");
    expect(paiOf(verdict)).toMatchObject({ asserter: "caller", by: aCaller.place.address, trust: "none" });
  });

  it("the caller's device, when that logged in as a customer", async () => {
    const verdict = await verdictOn(
      callWith([pai("<tel:+12025550143>"), ["Proxy-Authorization", 'Digest username="1"']]),
    );
    expect(paiOf(verdict)).toMatchObject({ asserter: "caller", trust: "none" });
  });

  it("some network, where only the last step of the way was captured", async () => {
    const verdict = await verdictOn(callWith([pai("<tel:+12025550143>")]));
    expect(verdict.result).toBe("network-asserted");
    expect(paiOf(verdict)).toMatchObject({ asserter: "network", trust: "unknown" });
    expect(verdict.notChecked).toContain("trust-unknown");
  });

  it("the person's own provider, once she names its address", async () => {
    const { place } = aCaller;
    const verdict = await verdictOn(callWith([pai("<tel:+12025550143>")]), {
      declaredHosts: [`${place.address}:5060`],
    });
    expect(paiOf(verdict)).toMatchObject({ asserter: "network", trust: "declared" });
  });

  it("keeps the place of every value in the bytes of its message", async () => {
    const { calls } = callsOf(forgedCall());
    const { identities } = await judgeCaller({ calls });
    for (const { message, range, value, source } of identities) {
      const seen = calls[0]?.messages.find(({ number }) => number === message);
      if (source !== "packet source" && source !== "Via received") {
        expect(seen?.text.slice(range.start, range.end)).toBe(value);
      }
    }
  });
});

describe("a withheld number", () => {
  test.each<[string, ScenarioMessage[]]>([
    [
      "an anonymous From",
      callWith([], { caller: { ...aCaller, user: "anonymous", domain: "anonymous.invalid" } }),
    ],
    ["a wish for privacy", callWith([["Privacy", "id;critical"]])],
    [
      "the privacy of Remote-Party-ID",
      callWith([["Remote-Party-ID", "<sip:+12025550143@example.com>;privacy=full"]]),
    ],
    ["both, though the network knows the number", withheldCall({ hasAssertedIdentity: true })],
  ])("is told of %s", async (_, messages) => {
    const verdict = await verdictOn(messages);
    expect(verdict).toMatchObject({ result: "withheld", isWithheld: true, contradictions: [] });
    expect(verdict.claimed).toBeUndefined();
  });

  test.each(["none", "session", "history"])("is not told of privacy %s", async (word) => {
    expect((await verdictOn(callWith([["Privacy", word]]))).isWithheld).toBe(false);
  });

  it("leaves the operator who knows it to be asked", async () => {
    const verdict = await verdictOn(withheldCall({ hasAssertedIdentity: true }));
    expect(verdict.identities.find(({ source }) => source === "P-Asserted-Identity")?.number).toBe(
      aCaller.user,
    );
    expect(verdict.whoCanAnswer[0]).toMatchObject({ operator: "example.com", because: "asserted" });
  });
});

describe("a signed call", () => {
  it("is attested by the carrier that signed it", async () => {
    const verdict = await verdictOn(shakenCall({ passport: await passport() }), {
      certificates: await carrierAndRoot(),
    });
    expect(verdict).toMatchObject({ result: "carrier-attested", attestation: "A", contradictions: [] });
    const identity = verdict.identities.find(({ source }) => source === "Identity");
    expect(identity?.asserter).toBe("carrier");
    expect(verdict.whoCanAnswer[0]).toMatchObject({ operator: "999X", because: "signed" });
  });

  it("is a claim as long as nobody can check it", async () => {
    const verdict = await verdictOn(shakenCall({ passport: await passport() }));
    expect(verdict).toMatchObject({ result: "claimed", contradictions: [] });
    expect(verdict.attestation).toBeUndefined();
    expect(verdict.notChecked).toContain("no-certificate");
  });

  const another = { ...shakenClaims, orig: { tn: "12025550150" } };
  it("shows forgery when a verified carrier signed for another caller", async () => {
    const call = shakenCall({ passport: await passport({ claims: another }) });
    expect(codesOf(await verdictOn(call, { certificates: await carrierAndRoot() }))).toEqual([
      "FROM_DIFFERS_FROM_SIGNED inside",
    ]);
  });

  it("shows a difference and no forgery when nobody checked that signature", async () => {
    const call = shakenCall({ passport: await passport({ claims: another }) });
    expect(codesOf(await verdictOn(call))).toEqual(["FROM_DIFFERS_FROM_SIGNED"]);
  });

  test.each<[string, object, string]>([
    [
      "for another called number",
      { ...shakenClaims, dest: { tn: ["12025550178"] } },
      "DESTINATION_DIFFERS_FROM_SIGNED",
    ],
    ["long before", { ...shakenClaims, iat: shakenClaims.iat - 3_600 }, "SIGNED_LONG_BEFORE"],
  ])("%s may be a copy, or forwarding, or a wrong clock: no forgery is shown", async (_, claims, code) => {
    const call = shakenCall({ passport: await passport({ claims }) });
    const verdict = await verdictOn(call, { certificates: await carrierAndRoot() });
    expect(codesOf(verdict)).toEqual([code]);
    expect(verdict.isSpoofingIndicated).toBe(false);
  });

  it("with a signature that the only certificate at hand did not make is contradicted", async () => {
    const call = shakenCall({ passport: await passport({ key: "stranger" }) });
    expect(codesOf(await verdictOn(call, { certificates: await carrierAndRoot() }))).toEqual([
      "SIGNATURE_INVALID",
    ]);
  });
});

describe("legs", () => {
  it("a number that a middleman changed is told, and shows no forgery by itself", async () => {
    const messages = b2buaCall({ mark: "session-id" }).map((message) => {
      const isSecond = message.text.includes("Via: SIP/2.0/UDP 198.51.100.60");
      return isSecond
        ? {
            ...message,
            text: message.text.replace(/From: ([^<]*)<sip:\+?\w+@/, "From: $1<sip:+12025550199@"),
          }
        : message;
    });
    const verdict = await verdictOn(messages);
    expect(codesOf(verdict)).toEqual(["NUMBER_CHANGED_BETWEEN_LEGS"]);
    expect(verdict.isSpoofingIndicated).toBe(false);
  });
});

it("a request inside the call, which the called side may send, names no caller", async () => {
  const messages = callScenario();
  const [invite] = messages;
  if (!invite) throw new Error("no INVITE");
  const text = invite.text
    .replace(/From: .*/, "From: <sip:+12025550177@example.com>;tag=b")
    .replace(/To: .*/, "To: <sip:+12025550143@example.com>;tag=a");
  const back = {
    ...invite,
    at: invite.at + 8_000_000,
    source: invite.destination,
    destination: invite.source,
    text,
  };
  const verdict = await verdictOn([...messages.slice(0, -2), back]);
  expect(verdict.identities.filter(({ source }) => source === "From").length).toBe(1);
  expect(verdict.claimed).toBe(aCaller.user);
});

it("answers alone still tell whom the call claimed to be from", async () => {
  const answers = callScenario().filter(({ text }) => text.startsWith("SIP/2.0"));
  expect(await verdictOn(answers)).toMatchObject({ result: "claimed", claimed: aCaller.user });
});

it("nothing at all gives no claim and no alarm", async () => {
  const verdict = await judgeCaller({ calls: [] });
  expect(verdict).toMatchObject({ result: "claimed", identities: [], contradictions: [], whoCanAnswer: [] });
});

describe("the quick result", () => {
  test.each<[string, ScenarioMessage[]]>([
    ["clean", callScenario({ servers: [anEdge] })],
    ["asserted", callWith([pai("<tel:+12025550143>")])],
    ["forged", forgedCall()],
    ["withheld", withheldCall()],
    ["forged in the name", callWith([], caller("+12025550110", "+911 Police"))],
    ["registered", digestCall()],
  ])("of a call that is %s agrees with the whole verdict", async (_, messages) => {
    const call = callsOf(messages).calls[0];
    if (!call) throw new Error("no call");
    const verdict = await judgeCaller({ calls: [call] });
    expect(quickResult(call)).toEqual({
      result: verdict.result,
      isWithheld: verdict.isWithheld,
      hasContradiction: verdict.contradictions.length > 0,
      ...(verdict.claimed && { claimed: verdict.claimed }),
    });
  });

  it("sees that a signature names another caller, and never attests", async () => {
    const other = await passport({ claims: { ...shakenClaims, orig: { tn: "12025550150" } } });
    const [forged] = callsOf(shakenCall({ passport: other })).calls;
    const [good] = callsOf(shakenCall({ passport: await passport() })).calls;
    expect(forged && quickResult(forged).result).toBe("contradicted");
    expect(good && quickResult(good).result).toBe("claimed");
  });
});
