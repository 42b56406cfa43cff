import { expect, test } from "vitest";
import type { Call, LegEvidence } from "@/lib/sip/call";
import { callsOfOneCaller } from "./calls-of-one-caller";

type Link = [call: number, kind: LegEvidence["kind"]];

function callWith(number: number, ...links: Link[]): Call {
  const legs = links.map(([call, kind]) => ({
    call,
    direction: "after" as const,
    score: 1,
    evidence: [{ kind, value: "" }],
  }));
  return {
    number,
    kind: "call",
    callId: `${number}@example.com`,
    messages: [],
    legs,
    streams: [],
    isShortened: false,
  };
}

const numbersOf = (calls: Call[]) => callsOfOneCaller(calls).map(({ number }) => number);

test("a call carried on over two servers is one caller's on all three legs", () => {
  const legs = [
    callWith(1, [2, "session-id"]),
    callWith(2, [1, "session-id"], [3, "session-id"]),
    callWith(3, [2, "session-id"]),
  ];
  expect(numbersOf(legs)).toEqual([1, 2, 3]);
});

test("the other call of a transfer is another's, and so is every leg that hangs on it alone", () => {
  const legs = [
    callWith(1, [2, "refer"]),
    callWith(2, [1, "refer"], [3, "charging-vector"]),
    callWith(3, [2, "charging-vector"]),
  ];
  expect(numbersOf(legs)).toEqual([1]);
});

test("no call is nobody's", () => {
  expect(numbersOf([])).toEqual([]);
});
