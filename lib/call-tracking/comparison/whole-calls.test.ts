import { describe, expect, test } from "vitest";
import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { canonicalJson, type Json } from "@/lib/platform/canonical-json";
import { compareFlows } from "./compare-flows";
import type { ComparisonInput } from "./comparison-input";
import { firstPacketsOf, laterBy, testCall } from "./test-comparison";

const SECOND = 1_000_000;
/** A path that loses nothing and leaves none of the sender's rhythm, so that lengths alone can tell. */
const path = { delayMs: 40, jitterMs: 30, hidesHeaders: true };
const partner = "udp 192.0.2.1:4018 > 198.51.100.2:5018";

/** From ten seconds before the flows to ten seconds after them. */
function around(flows: readonly PacketFlow[], margin = 10 * SECOND) {
  const summaries = flows.map(({ summary }) => summary);
  return {
    firstAt: Math.min(...summaries.map(({ firstAt }) => firstAt)) - margin,
    lastAt: Math.max(...summaries.map(({ lastAt }) => lastAt)) + margin,
  };
}

/** The second capture's calls, changed where said, in captures that hold them whole or not. */
function whole(
  change: (flow: PacketFlow, place: number) => PacketFlow = (flow) => flow,
  margin?: number,
): ComparisonInput {
  const { first, second, settings } = testCall({ path });
  const flows = second.flows.map(change);
  return {
    first: { ...first, captured: around([first.flow], margin) },
    second: { ...second, flows, captured: around(flows, margin) },
    settings,
  };
}

/** Every call but the partner ends by three seconds or more before it. */
const shorter = (flow: PacketFlow, place: number) =>
  flow.summary.id === partner ? flow : firstPacketsOf(flow, 1350 - 20 * place);

function withoutSpans({ first, second, ...others }: ComparisonInput): ComparisonInput {
  const { captured: _, ...rest } = second;
  return { ...others, first: first && { file: first.file, flow: first.flow }, second: rest };
}

function timingOf(input: ComparisonInput, id = partner) {
  const timing = compareFlows(input).candidates.find(({ flow }) => flow.id === id)?.timing;
  if (!timing) throw new Error("no timing");
  return timing;
}

const gainOf = (input: ComparisonInput, id = partner) =>
  timingOf(input, id).logLikelihoodRatio - timingOf(withoutSpans(input), id).logLikelihoodRatio;

describe("a candidate as long as the first flow, in captures that hold both whole", () => {
  test("gains where all others are shorter, and they lose", () => {
    const input = whole(shorter);
    // One of nine has it: 0.8 / (1 / 11).
    expect(gainOf(input)).toBeCloseTo(Math.log10(0.8 * 11), 4);
    for (const { summary } of input.second.flows)
      if (summary.id !== partner) expect(gainOf(input, summary.id)).toBeLessThan(-1);
    expect(compareFlows(input).candidates[0]?.flow.id).toBe(partner);
  });

  test("gains nothing where all others are as long", () => {
    expect(gainOf(whole())).toBeLessThanOrEqual(0);
  });

  test("gains nothing where a capture begins or ends with it, or only one capture is known", () => {
    const cut = whole(shorter, 0);
    const input = whole(shorter);
    const one = { ...input, second: withoutSpans(input).second };
    for (const each of [cut, one]) {
      expect(timingOf(each).lengths).toBeUndefined();
      expect(gainOf(each)).toBe(0);
    }
  });

  test("is as long by a clock that is an hour off", () => {
    const late = whole((flow, place) => laterBy(shorter(flow, place), 3600));
    expect(timingOf(late).lengths).toBe("same");
    const cut = whole((flow, place) => laterBy(shorter(flow, place), 3600), 0);
    const wide = { firstAt: (cut.first?.flow.summary.firstAt ?? 0) - 10 * SECOND };
    // Set right, its flows would lie within this span; they begin and end with the capture all the same.
    const { captured = around([]) } = cut.second;
    const span = { ...captured, lastAt: captured.lastAt - 3600 * SECOND + 60 * SECOND, ...wide };
    expect(timingOf({ ...cut, second: { ...cut.second, captured: span } }).lengths).toBeUndefined();
  });
});

test("scores whose lengths were weighed stand beside as many known non-pairs, and the others beside as many others", () => {
  const mixed = whole((flow, place) => (place < 3 ? laterBy(flow, -2 * place) : flow));
  const { captured = around([]) } = mixed.second;
  const some = { ...mixed.second, captured: { ...captured, firstAt: captured.firstAt + 11 * SECOND } };
  const { candidates, timingScores = [] } = compareFlows({ ...mixed, second: some });
  const weighed = candidates.filter(({ timing }) => timing?.lengths).length;
  expect(weighed).toBeGreaterThan(0);
  expect(weighed).toBeLessThan(9);
  expect(timingScores.reduce((sum, { knownNonPairs }) => sum + knownNonPairs, 0)).toBeCloseTo(9, 3);
});

test("timing that does not fit rules nothing out as a whole while one candidate may still be the far end", () => {
  const { verdict, candidates } = compareFlows(whole(shorter));
  expect(candidates.map((one) => one.verdict)).toEqual(["cannot-tell", ...Array(8).fill("not-compatible")]);
  expect(verdict).toEqual({ word: "cannot-tell" });
});

test("lengths give the same bytes twice and in whatever order the candidates are given", () => {
  const bytesOf = (input: ComparisonInput) => canonicalJson(compareFlows(input) as Json);
  const input = whole(shorter);
  const turned = { ...input, second: { ...input.second, flows: [...input.second.flows].reverse() } };
  expect(bytesOf(whole(shorter))).toBe(bytesOf(input));
  expect(bytesOf(turned)).toBe(bytesOf(input));
});
