// For tests: results of comparisons as they come out, small and complete, and the pages made of them.
import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { CandidateResult, ComparisonResult } from "../comparison/comparison-result";
import type { AnnexDocument } from "./annex-material";

const flowAt = (port: number): FlowSummary => ({
  protocol: "udp",
  source: { address: "192.0.2.1", port },
  destination: { address: "198.51.100.2", port: port + 1_000 },
  ssrc: 0x1a2b3c4d,
  id: `udp 192.0.2.1:${port} > 198.51.100.2:${port + 1_000} ssrc 1a2b3c4d`,
  packets: 3_000,
  payloadBytes: 516_000,
  firstAt: 1_772_489_645_123_456,
  lastAt: 1_772_489_735_123_456,
  medianGapMs: 30,
  cutPackets: 0,
});

export const someMark: NonNullable<CandidateResult["mark"]> = {
  distance: 2,
  meanDistance: 7,
  falseMatch: 0.0000179,
  expectedFalseMatches: 0.000537,
  alignedBy: "order",
  firstIndex: -12,
  startsTried: 3_459,
  packetsFound: 2_903,
  packetsPlanned: 3_000,
  emptyBits: 1,
};

export const someTiming: NonNullable<CandidateResult["timing"]> = {
  lagPackets: 4,
  lagMs: 142.3,
  driftPpm: -12.5,
  comparedPackets: 2_890,
  overlapSeconds: 88.2,
  features: { spacing: 0.41, delaySpread: 0.9, losses: -0.02 },
  logLikelihoodRatio: 2.3,
  falseMatch: 0.004,
};

export function candidateAt(port: number, overrides: Partial<CandidateResult> = {}): CandidateResult {
  return { flow: flowAt(port), verdict: "no-match", findings: [], ...overrides };
}

/** A match at distance 2 of 24 bits among 30 flows. */
export function someResult(overrides: Partial<ComparisonResult> = {}): ComparisonResult {
  const partner = candidateAt(4_000, {
    verdict: "match",
    mark: someMark,
    timing: someTiming,
    expectedTimingMatches: 0.12,
    stream: { sameSource: false, sharedPackets: 0, agreeingPackets: 0 },
    plots: { delay: someDelays(), bits: someBits() },
  });
  const other = candidateAt(4_002, { mark: { ...someMark, distance: 11, falseMatch: 0.419 } });
  return {
    version: "1",
    settings: { falseMatches: 0.01, clockErrorSeconds: 60 },
    first: { file: { sha256: "1f".repeat(32), findings: ["PACKET_CUT"] }, flow: flowAt(6_000) },
    second: { file: { sha256: "2e".repeat(32), findings: [] }, flowsInFile: 75 },
    watermark: {
      parameters: { bits: 24, redundancy: 25, distance: 1, shiftMs: 3, packets: 3_000 },
      fingerprint: "ab".repeat(32),
      threshold: 3,
      lookedAt: 30,
      distances: Array.from({ length: 25 }, (_, distance) => (distance === 2 ? 1 : distance === 11 ? 29 : 0)),
      expectedByChance: Array.from({ length: 25 }, (_, distance) => (distance === 12 ? 4.84 : 0.00000179)),
    },
    timingScores: [-2, -1, 0, 2.3].map((from, place) => ({
      from,
      candidates: place === 3 ? 1 : 9,
      knownNonPairs: place === 3 ? 0 : 400,
    })),
    candidates: [partner, other],
    verdict: { word: "match", candidate: 0, candidates: 1 },
    findings: [{ code: "CLOCKS_APART", seconds: 3_600 }],
    untested: ["CONTENT", "CLOCKS", "OTHER_FLOWS", "PERSON"],
    ...overrides,
  };
}

export function annexOf(result = someResult(), overrides: Partial<AnnexDocument> = {}): AnnexDocument {
  return {
    result,
    fileNames: { first: "near-mara.pcap", second: "provider.pcapng" },
    comparedAt: new Date("2026-03-03T09:15:00Z"),
    zone: "Europe/London",
    resultSha256: "3d".repeat(32),
    paper: "A4",
    language: "en-GB",
    ...overrides,
  };
}

function someDelays() {
  return Array.from({ length: 600 }, (_, place) => ({
    seconds: place * 0.147,
    milliseconds: ((place * 37) % 19) + (place % 97 === 0 ? 60 : 0),
  }));
}

function someBits() {
  return Array.from({ length: 24 }, (_, bit) => {
    const expected = (bit % 3 === 0 ? 1 : 0) as 0 | 1;
    const read = (bit === 4 || bit === 9 ? 1 - expected : expected) as 0 | 1;
    return { expected, read, meanMs: (read === 1 ? 1 : -1) * (1 + (bit % 5) * 0.6), pairs: 47 };
  });
}
