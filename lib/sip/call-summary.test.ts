import { describe, expect, test } from "vitest";
import { b2buaCall } from "./scenario/b2bua-call";
import { type CallOptions, callScenario } from "./scenario/call-scenario";
import { aCaller, anEdge, peer } from "./scenario/cast";
import { digestCall } from "./scenario/digest-call";
import { forkedCall } from "./scenario/forked-call";
import { redirectedCall } from "./scenario/redirected-call";
import { SCENARIO_START } from "./scenario/script";
import { thirdPartyControl } from "./scenario/third-party-control";
import { blindTransfer } from "./scenario/transferred-call";
import { callsOf } from "./test-messages";

function summaryOf(options: CallOptions = {}) {
  const [summary] = callsOf(callScenario(options)).summaries;
  if (!summary) throw new Error("The scenario gave no call");
  return summary;
}

describe("the summary of a call", () => {
  test("holds what a list shows, as plain JSON", () => {
    const summary = summaryOf({ servers: [anEdge] });
    expect(summary).toMatchObject({
      number: 1,
      kind: "call",
      state: "completed",
      answeredSeconds: 10,
      from: { user: "+12025550143", host: "example.com" },
      to: { user: "+12025550177", host: "example.com" },
      source: "192.0.2.10",
      software: "Softphone 3.1",
      messages: 12,
      hosts: 3,
      shapes: ["proxy"],
      legs: [],
      findings: { broken: 0, odd: 0 },
    });
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test.each([
    ["answered", "completed"],
    ["busy", "busy"],
    ["cancelled", "cancelled"],
    ["rejected", "rejected"],
    ["failed", "failed"],
    [[480, "Temporarily Unavailable"], "failed"],
    [[404, "Not Found"], "failed"],
    [[607, "Unwanted"], "rejected"],
    [[302, "Moved Temporarily"], "redirected"],
  ] as const)("a call that ends with %s is %s", (outcome, state) => {
    expect(summaryOf({ outcome }).state).toBe(state);
    expect(summaryOf({ outcome, servers: [anEdge] }).state).toBe(state);
  });

  test("one telephone's refusal is not the call's where another picks up", () => {
    const [summary] = callsOf(forkedCall()).summaries;
    expect(summary?.state).toBe("completed");
    expect(summary?.shapes).toContain("forking");
  });

  test("a telephone that is busy ends nothing while another one rings", () => {
    const ringing = forkedCall().filter(({ at }) => at < SCENARIO_START + 4_000_000);
    const desk = ringing.find(
      ({ source, text }) => source.address === "203.0.113.31" && text.includes(" 180 "),
    );
    if (!desk) throw new Error("The desk phone did not ring");
    const busy = {
      ...desk,
      at: desk.at + 1_000_000,
      text: desk.text.replace("180 Ringing", "486 Busy Here"),
    };
    expect(callsOf([...ringing, busy]).summaries[0]?.state).toBe("ringing");
  });

  test("a call that was challenged first is judged by what came after", () => {
    const summaries = callsOf(digestCall()).summaries;
    expect(summaries.map(({ kind, state, finalStatus }) => [kind, state, finalStatus])).toEqual([
      ["registration", "completed", 200],
      ["call", "completed", 200],
    ]);
    expect(callsOf(digestCall({ hasSecret: false })).summaries[0]?.state).toBe("rejected");
  });

  test.each([
    ["Privacy: id", { headers: [["Privacy", "id"]] }, true],
    ["Privacy: none", { headers: [["Privacy", "none"]] }, false],
    [
      "an anonymous From",
      { caller: peer("192.0.2.10", { user: "anonymous", domain: "anonymous.invalid" }) },
      true,
    ],
    ["nothing", {}, false],
  ] as const)("with %s the number is withheld: %s", (_, options, isWithheld) => {
    expect(summaryOf(options).isWithheld).toBe(isWithheld);
  });

  test("reads a name in UTF-8, and hostile names without harm", () => {
    const name = (displayName: string) => summaryOf({ caller: { ...aCaller, displayName } }).from.name;
    expect(name(Buffer.from("Zoë").toString("latin1"))).toBe("Zoë");
    expect(name("a;tag=b <sip:x@y.test>")).toBe("a;tag=b <sip:x@y.test>");
    expect(name('\\"quoted\\"')).toBe('"quoted"');
  });

  test.each([
    ["b2bua", b2buaCall()],
    ["redirect", redirectedCall()],
    ["transfer", blindTransfer()],
    ["third-party-control", thirdPartyControl()],
  ] as const)("sees a %s at a glance", (kind, messages) => {
    expect(callsOf(messages).summaries[0]?.shapes).toContain(kind);
  });

  test("a plain call shows no form that hides a caller", () => {
    expect(summaryOf().shapes).toEqual([]);
  });
});
