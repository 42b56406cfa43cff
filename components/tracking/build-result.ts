// A made-up result of a comparison, for tests of what is said and drawn of it.
import type {
  CandidateResult,
  ComparisonResult,
  MarkResult,
} from "@/lib/call-tracking/comparison/comparison-result";
import type { TimingResult } from "@/lib/call-tracking/timing/timing-result";
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";

export function buildFlow(changed: Partial<FlowSummary> = {}): FlowSummary {
  return {
    id: "udp 192.0.2.1:4000 > 198.51.100.2:5000",
    protocol: "udp",
    source: { address: "192.0.2.1", port: 4000 },
    destination: { address: "198.51.100.2", port: 5000 },
    packets: 4500,
    payloadBytes: 774_000,
    firstAt: 1_772_485_200_000_000,
    lastAt: 1_772_485_290_000_000,
    medianGapMs: 20,
    cutPackets: 0,
    ...changed,
  };
}

export const someMark: MarkResult = {
  distance: 2,
  meanDistance: 4,
  falseMatch: 0.00001794,
  expectedFalseMatches: 0.0001794,
  alignedBy: "order",
  firstIndex: -3,
  startsTried: 900,
  packetsFound: 1388,
  packetsPlanned: 1400,
  emptyBits: 0,
};

export const someTiming: TimingResult = {
  lagPackets: 4,
  lagMs: 141.25,
  driftPpm: 12.5,
  comparedPackets: 1300,
  overlapSeconds: 26,
  features: { spacing: 0.71, losses: 0.2 },
  logLikelihoodRatio: 1.5,
  falseMatch: 0.004,
};

export function buildCandidate(changed: Partial<CandidateResult> = {}): CandidateResult {
  return {
    flow: buildFlow(),
    verdict: "match",
    mark: someMark,
    timing: someTiming,
    expectedTimingMatches: 0.04,
    stream: { sameSource: true, sharedPackets: 1300, agreeingPackets: 1299 },
    findings: [],
    plots: {
      delay: [
        { seconds: 0, milliseconds: 3.25 },
        { seconds: 0.02, milliseconds: 0 },
        { seconds: 0.04, milliseconds: 17.5 },
      ],
      bits: [
        { expected: 1, read: 1, meanMs: 2.75, pairs: 24 },
        { expected: 0, read: 1, meanMs: 0.25, pairs: 23 },
        { expected: 0, read: 0, meanMs: -3.5, pairs: 24 },
      ],
    },
    ...changed,
  };
}

export function buildResult(changed: Partial<ComparisonResult> = {}): ComparisonResult {
  return {
    version: "1",
    settings: { falseMatches: 0.01, clockErrorSeconds: 60 },
    first: { file: { sha256: "1".repeat(64), findings: [] }, flow: buildFlow() },
    second: { file: { sha256: "2".repeat(64), findings: ["PACKET_CUT"] }, flowsInFile: 12 },
    watermark: {
      parameters: { bits: 24, redundancy: 12, distance: 1, shiftMs: 3, packets: 1400 },
      fingerprint: "3".repeat(64),
      threshold: 3,
      lookedAt: 10,
      distances: [0, 0, 1, 0, 0, 4, 5],
      expectedByChance: [0.1, 0.2, 0.3, 0.4, 1.5, 3.25, 4.25],
    },
    timingScores: [
      { from: -1.5, candidates: 6, knownNonPairs: 8.04 },
      { from: -1.4, candidates: 3, knownNonPairs: 1.94 },
      { from: 0, candidates: 0, knownNonPairs: 0 },
      { from: 1.5, candidates: 1, knownNonPairs: 0.02 },
    ],
    candidates: [buildCandidate()],
    verdict: { word: "match", candidate: 0, candidates: 1 },
    findings: [],
    untested: ["CONTENT", "CLOCKS", "PERSON"],
    ...changed,
  };
}
