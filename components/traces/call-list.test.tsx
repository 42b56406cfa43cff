import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CallKind } from "@/lib/sip/call";
import type { CallSummary } from "@/lib/sip/call-summary";
import { START } from "@/lib/sip/ladder-builders";
import { CallList } from "./call-list";

const summary: CallSummary = {
  number: 7,
  kind: "call",
  startedAt: START,
  state: "completed",
  from: { name: "Mara", user: "+12025550123", host: "example.com" },
  to: { user: "theo", host: "example.com" },
  messages: 6,
  hosts: 2,
  shapes: [],
  legs: [],
  hasIdentityHeader: false,
  isWithheld: false,
  findings: { broken: 1, odd: 2 },
  streams: 0,
  transports: ["udp"],
};
const result = { result: "claimed" as const, isWithheld: false, hasContradiction: false };

type Others = { kinds?: readonly CallKind[] };

function drawn(summaries: CallSummary[], total = summaries.length, text = "", others: Others = {}): string {
  return renderToStaticMarkup(
    <CallList
      kinds={Array.from({ length: Math.max(total, 11) }, () => "call" as const)}
      calls={summaries.map((one) => ({ summary: one, result }))}
      total={total}
      first={51}
      filter={{ text, kind: "", state: "", result: "", findings: false }}
      action={async (state) => state}
      formTexts={{ problem: "", unreachable: "", errorTitle: "" }}
      hidden={{ traceId: "t" }}
      unfiltered="/traces/t"
      zone="UTC"
      hrefOf={(number) => `/traces/t/calls/${number}`}
      {...others}
    />,
  );
}

test("a call leads to its page, with what was claimed, its state and its findings", () => {
  const html = drawn([summary]);
  expect(html).toContain('href="/traces/t/calls/7"');
  for (const said of [
    "+12025550123",
    "example.com",
    "Mara",
    "Answered and ended",
    "Claimed only",
    "3 findings",
  ]) {
    expect(html).toContain(said);
  }
});

test("a page of many says which part it is", () => {
  expect(drawn([summary], 20_000)).toContain("51 to 51 of 20,000");
});

test("a name of five hundred letters does not push the list apart", () => {
  const html = drawn([{ ...summary, from: { name: "x".repeat(500), user: "", host: "h" } }]);
  expect(html).not.toContain("x".repeat(61));
});

test("words that are looked for are posted, so that they stand in no address", () => {
  expect(drawn([summary])).not.toContain('method="get"');
});

test("a filtered list leads back to the whole one", () => {
  expect(drawn([summary], 1, "mara")).toContain('href="/traces/t"');
  expect(drawn([summary])).not.toContain('href="/traces/t"');
});

test("when nothing fits, the list says so", () => {
  expect(drawn([], 0, "Theo")).toContain("Nothing fits.");
});

test("few calls are not asked to be searched, unless a search led to them", () => {
  const few = { kinds: ["call"] as const };
  expect(drawn([summary], 1, "", few)).not.toContain("<form");
  expect(drawn([summary], 1, "Mara", few)).toContain("<form");
});

test("sign-ins and probes among the calls are counted apart", () => {
  const kinds = ["call", "registration", "probe"] as const;
  expect(drawn([summary], 3, "", { kinds })).toContain("One call and 2 other exchanges");
  expect(drawn([{ ...summary, kind: "registration" }])).toContain("Sign-in 7");
});
