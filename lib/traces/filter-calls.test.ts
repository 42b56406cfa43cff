import { expect, test } from "vitest";
import type { CallSummary } from "@/lib/sip/call-summary";
import { callFilterSchema, filterCalls, filterQuery, type OpenFilter } from "./filter-calls";
import type { IndexLine } from "./part";

const everything: OpenFilter = { text: "", kind: "", state: "", result: "", findings: false };

function lineOf(
  number: number,
  over: Partial<CallSummary>,
  result: Partial<IndexLine["result"]> = {},
): IndexLine {
  const summary: CallSummary = {
    number,
    kind: "call",
    state: "completed",
    from: { name: "Front Desk", user: "+12025550143", host: "example.com" },
    to: { user: "+12025550100", host: "example.net" },
    source: "192.0.2.7",
    software: "Softphone 4",
    messages: 6,
    hosts: 2,
    shapes: [],
    legs: [],
    hasIdentityHeader: false,
    isWithheld: false,
    findings: { broken: 0, odd: 0 },
    streams: 0,
    transports: ["udp"],
    ...over,
  };
  return {
    summary,
    result: { result: "claimed", isWithheld: false, hasContradiction: false, ...result },
    part: 0,
  };
}

const lines = [
  lineOf(1, {}),
  lineOf(2, { kind: "registration", from: { user: "mara", host: "example.com" } }),
  lineOf(3, { state: "busy", findings: { broken: 0, odd: 1 } }),
  lineOf(4, { source: "198.51.100.9" }, { result: "contradicted", hasContradiction: true }),
];

test.each<[string, Partial<OpenFilter>, number[]]>([
  ["nothing asked shows all", {}, [1, 2, 3, 4]],
  ["a part of a number", { text: "0143" }, [1, 3, 4]],
  ["a name, however it is written", { text: " front DESK " }, [1, 3, 4]],
  ["the number that was called", { text: "5550100@example.net" }, [1, 2, 3, 4]],
  ["an address of a host", { text: "198.51" }, [4]],
  ["software", { text: "softphone" }, [1, 2, 3, 4]],
  ["a kind", { kind: "registration" }, [2]],
  ["a state", { state: "busy" }, [3]],
  ["a result", { result: "contradicted" }, [4]],
  ["findings or contradictions", { findings: true }, [3, 4]],
  ["all at once", { text: "0143", state: "completed", result: "claimed" }, [1]],
  ["what is not there", { text: "no such caller" }, []],
])("%s", (_, filter, numbers) => {
  const found = filterCalls(lines, { ...everything, ...filter });
  expect(found.map(({ summary }) => summary.number)).toEqual(numbers);
});

test("an address that asks for nonsense asks for nothing", () => {
  const asked = callFilterSchema.parse({
    kind: "spell",
    state: "",
    page: "-1",
    findings: "perhaps",
    find: 7,
  });
  expect(asked).toEqual({ kind: "", state: "", result: "", findings: false, find: "", page: 1 });
  expect(filterQuery(asked)).toBe("");
});

test("a filter comes back from its address", () => {
  const filter = {
    kind: "call",
    state: "",
    result: "claimed",
    findings: true,
    find: "abc_-",
    page: 3,
  } as const;
  const query = Object.fromEntries(new URLSearchParams(filterQuery(filter)));
  expect(callFilterSchema.parse(query)).toEqual(filter);
});
