import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { verdictWords } from "@/lib/call-tracking/comparison/comparison-result";
import { readingStates } from "@/lib/evidence/reading";
import en from "@/messages/en.json";
import { CaptureList } from "./capture-list";
import { ComparisonList } from "./comparison-list";
import { InvestigatorView } from "./investigator-view";
import { TrackingMethod } from "./tracking-method";

const made = new Date("2026-03-02T21:15:00Z");
const comparison = { id: "1", createdAt: made, secondName: "far.pcap" };
const capture = { id: "a", fileName: "near.pcap", sizeBytes: 1000, createdAt: made, readBytes: 250 };

test.each(verdictWords)("a comparison that is done shows its verdict in words: %s", (verdict) => {
  const html = renderToStaticMarkup(
    <ComparisonList
      comparisons={[{ ...comparison, state: "read", verdict }]}
      zone="UTC"
      hrefOf={() => "/x"}
    />,
  );
  expect(html).toContain(en.tracking.verdicts[verdict]);
  expect(html).toContain("2 March 2026, 21:15 (+00:00)");
});

test.each(readingStates)("a comparison and a capture say where they stand: %s", (state) => {
  const html = renderToStaticMarkup(
    <>
      <ComparisonList
        comparisons={[{ ...comparison, state, done: 3, total: 9 }]}
        zone="UTC"
        hrefOf={() => "/x"}
      />
      <CaptureList captures={[{ ...capture, state }]} zone="UTC" hrefOf={() => "/y"} />
    </>,
  );
  expect(html).toContain(en.tracking.runStates[state]);
  expect(html).toContain(en.tracking.states[state]);
  expect(html.includes("3 of 9") && html.includes("25 % read")).toBe(state === "reading");
});

test("an investigator can change nothing, and is led to no key", () => {
  const parameters = { bits: 24, redundancy: 12, distance: 1, shiftMs: 3, packets: 1400 };
  const html = renderToStaticMarkup(
    <InvestigatorView
      comparisons={[{ ...comparison, state: "read", verdict: "match" }]}
      captures={[{ ...capture, state: "read", flows: 2 }]}
      watermarks={[{ id: "w", number: 1, createdAt: made, parameters }]}
      zone="UTC"
      method="/method"
      planner="/planner"
      hrefOfComparison={() => "/comparison"}
      hrefOfCapture={() => "/capture"}
    />,
  );
  expect(html).not.toContain("<form");
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toEqual(["/method", "/planner", "/comparison", "/capture"]);
});

test("the method names its source, what it needs, its limits and its attacks", () => {
  const html = renderToStaticMarkup(<TrackingMethod />);
  for (const told of [
    "Jajodia",
    "2005",
    "7,822,073",
    "multi-flow attack",
    "defensive dropping",
    "never shows who spoke",
  ]) {
    expect(html).toContain(told);
  }
});
