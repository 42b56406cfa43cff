import { expect, it, test } from "vitest";
import { b2buaCall, middleman } from "@/lib/sip/scenario/b2bua-call";
import { callScenario } from "@/lib/sip/scenario/call-scenario";
import { aCalled, aCaller, anEdge } from "@/lib/sip/scenario/cast";
import { forgedCall } from "@/lib/sip/scenario/forged-call";
import { gatewayCall } from "@/lib/sip/scenario/gateway-call";
import { redirectedCall, redirectServer } from "@/lib/sip/scenario/redirected-call";
import { shakenCall } from "@/lib/sip/scenario/shaken-call";
import { callWith, verdictOn } from "./test-callers";
import { carrierAndRoot, passport, shakenClaims } from "./test-passports";
import type { Verdict } from "./verdict";

function operators({ whoCanAnswer }: Verdict): string[] {
  return whoCanAnswer.map(({ operator, because }) => `${operator} ${because}`);
}

function facts(verdict: Verdict, operator: string): Record<string, string> {
  const found = verdict.whoCanAnswer.find((one) => one.operator === operator);
  return Object.fromEntries(found?.facts.map(({ name, value }) => [name, value]) ?? []);
}

it("the signer comes first, with the handle by which it can trace the call", async () => {
  const call = shakenCall({ passport: await passport() });
  const verdict = await verdictOn(call, { certificates: await carrierAndRoot() });
  expect(operators(verdict)).toEqual([
    "999X signed",
    `${anEdge.address} handed-over`,
    `${aCaller.place.address} handed-over`,
  ]);
  expect(facts(verdict, "999X")).toMatchObject({ origid: shakenClaims.origid });
});

it("an unchecked signature names its signer by the address of the certificate", async () => {
  const verdict = await verdictOn(shakenCall({ passport: await passport() }));
  expect(operators(verdict)[0]).toBe("certificates.example.com signed");
});

it("a letter gets the time to the millisecond, both addresses with ports, and the names of the call", async () => {
  const vector = "icid-value=6f1a20c7;orig-ioi=one.example.com;term-ioi=two.example.com";
  const headers: [string, string][] = [
    ["P-Charging-Vector", vector],
    ["Session-ID", "ab30317f1a784dc48ff824d0d3715d86"],
  ];
  const verdict = await verdictOn(callWith(headers, { callId: "a84b4c76e66710@192.0.2.10" }));
  expect(facts(verdict, aCaller.place.address)).toEqual({
    "time-utc": "2026-03-03T21:14:05.000Z",
    "from-address": "192.0.2.10:5060",
    "to-address": "203.0.113.30:5060",
    "call-id": "a84b4c76e66710@192.0.2.10",
    "caller-claimed": `sip:${aCaller.user}@example.com`,
    called: `sip:${aCalled.user}@example.com`,
    icid: "6f1a20c7",
    "orig-ioi": "one.example.com",
    "term-ioi": "two.example.com",
    "session-id": "ab30317f1a784dc48ff824d0d3715d86",
    via: expect.stringContaining("192.0.2.10:5060"),
  });
});

test.each([
  ["the network that asserts a number", forgedCall(), "example.com asserted"],
  ["the server that redirected", redirectedCall(), `${redirectServer.address} redirected`],
  ["the network of a gateway", gatewayCall(), "carrier.example.com handed-over"],
  ["the middleman between two legs", b2buaCall({ mark: "session-id" }), `${middleman.address} handed-over`],
])("%s can be asked", async (_, messages, expected) => {
  expect(operators(await verdictOn(messages))).toContain(expected);
});

it("nobody is named twice", async () => {
  const names = (await verdictOn(callScenario({ servers: [anEdge] }))).whoCanAnswer.map(
    ({ operator }) => operator,
  );
  expect(new Set(names).size).toBe(names.length);
});

it("an address of a later version stands in brackets before its port", async () => {
  const { whoCanAnswer } = await verdictOn(
    callScenario({ caller: { ...aCaller, place: { address: "2001:db8::10", port: 5060 } } }),
  );
  expect(whoCanAnswer[0]?.facts).toContainEqual({ name: "from-address", value: "[2001:db8::10]:5060" });
});
