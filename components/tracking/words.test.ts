import { describe, expect, test } from "vitest";
import {
  comparisonFindingCodes,
  untestedCodes,
  verdictWords,
} from "@/lib/call-tracking/comparison/comparison-result";
import { planRanges } from "@/lib/call-tracking/planner/schema";
import { planWarningCodes } from "@/lib/call-tracking/planner/trace-plan";
import { timingFeatures } from "@/lib/call-tracking/timing/timing-result";
import { flowFindingCodes } from "@/lib/captures/flows/flow-finding";
import { flowProtocols } from "@/lib/captures/flows/packet-flow";
import { readingFaults, readingStates } from "@/lib/evidence/reading";
import en from "@/messages/en.json";
import { buildResult } from "./build-result";
import { findingText } from "./finding-list";
import { untestedText } from "./not-shown";
import { warningText } from "./trace-plan-view";

const codes: Partial<Record<keyof typeof en.tracking, readonly string[]>> = {
  verdicts: verdictWords,
  limits: verdictWords,
  findings: comparisonFindingCodes,
  remarks: comparisonFindingCodes,
  untested: untestedCodes,
  planWarnings: planWarningCodes,
  flowFindings: flowFindingCodes,
  flowProtocols,
  states: readingStates,
  runStates: readingStates,
  faults: readingFaults,
  features: ["heading", ...timingFeatures],
};

test.each(Object.entries(codes))("%s: each code has its words, and no words lack a code", (space, listed) => {
  expect(Object.keys(en.tracking[space as keyof typeof en.tracking]).sort()).toEqual([...listed].sort());
});

test.each(comparisonFindingCodes)("the finding %s is a sentence, whatever numbers came with it", (code) => {
  expect(findingText({ code })).toMatch(/^[A-Z0-9].*\.$/);
  const full = findingText({ code, packets: 700, needed: 1400, seconds: 3600, count: 3 });
  expect(full).toMatch(/^[A-Z0-9].*\.$/);
  expect(full).not.toMatch(/[{}]/);
});

test.each(untestedCodes)("what was not tested is a sentence: %s", (code) => {
  expect(untestedText(code, buildResult())).toMatch(/^[A-Z0-9].*\.$/);
});

test.each(planWarningCodes)("the warning %s of a plan is a sentence", (code) => {
  expect(warningText({ code, packets: 70, seconds: 300 })).toMatch(/^[A-Z0-9].*\.$/);
});

test("a clock an hour off is told in minutes", () => {
  expect(findingText({ code: "CLOCKS_APART", seconds: -3600 })).toContain("60 minutes off");
});

test("the ranges that an error names are those that the planner takes", () => {
  const errors: Record<string, string> = en.tracking.errors;
  const codeOf = {
    callSeconds: "CALL_SECONDS_RANGE",
    shiftMs: "SHIFT_RANGE",
    packetsPerSecond: "PACKET_RATE_RANGE",
    jitterMs: "JITTER_RANGE",
    lossPercent: "LOSS_RANGE",
    delayMs: "DELAY_RANGE",
    candidates: "CANDIDATES_RANGE",
    detectionPercent: "DETECTION_RANGE",
  } as const;
  for (const [field, { least, most }] of Object.entries(planRanges)) {
    const said = errors[codeOf[field as keyof typeof codeOf]];
    expect(said).toMatch(new RegExp(` from ${least} to ${most.toLocaleString("en")}$`));
  }
});

describe("the words of tracking", () => {
  const said = JSON.stringify(en.tracking).toLowerCase();

  test.each([
    "the caller is ",
    "the caller was ",
    "admissible",
    "guilty",
    "proves",
    "certain that",
    "please",
    "sorry",
    "something went wrong",
  ])("never say “%s”", (never) => {
    expect(said).not.toContain(never);
  });

  test("what is compatible says that other calls would fit too", () => {
    expect(en.tracking.answers.compatible).toContain("Other calls would fit too");
    expect(en.tracking.answers.compatibleMany).toContain("Other calls would fit too");
  });
});
