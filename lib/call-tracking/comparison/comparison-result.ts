import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import type { AlignedBy } from "../alignment/aligned-flow";
import type { TimingResult } from "../timing/timing-result";
import type { Decoder, WatermarkParameters } from "../watermark/watermark";

/** Raised whenever the same inputs could give another result. */
export const COMPARISON_VERSION = "1";

/** What a comparison was asked with, beside its flows. */
export type ComparisonSettings = {
  /** Expected false matches that are borne among all candidates, from 0.000001 to 0.5. */
  falseMatches: number;
  /** How far the clocks of the two captures may be apart, in seconds. */
  clockErrorSeconds: number;
};

export const comparisonFindingCodes = [
  "SAME_FILE", // both captures are one file: agreement says nothing
  "SAME_RECORDING", // two flows agree to the microsecond: copies of one recording, not two places
  "NO_OVERLAP", // no candidate was being captured while the first flow was, even if the clocks err as allowed
  "CLOCKS_APART", // the captures would fit if one clock was `seconds` off
  "TOO_SHORT", // `packets` of `needed`
  "PACKETS_CUT", // contents were cut by the capture; sizes and times were not
  "NO_CANDIDATES",
  "FLOWS_LEFT_OUT", // `count` flows were beyond the limits
  "PACKETS_LEFT_OUT", // `count` packets were beyond the limits
  "TIES", // `count` candidates agree equally well
  "WORD_TOO_SHORT", // among `count` candidates even a word without one wrong bit would be expected by chance too often
  "MARK_NOT_IN_FIRST", // the first flow does not hold the watermark either: another key, or a capture from before it was put in
] as const;
export type ComparisonFindingCode = (typeof comparisonFindingCodes)[number];

export type ComparisonFinding = {
  code: ComparisonFindingCode;
  packets?: number;
  needed?: number;
  seconds?: number;
  count?: number;
};

export const verdictWords = [
  "match", // the watermark was found, within the distance that the false-match rate allows
  "no-match", // the watermark was looked for in enough packets and not found
  "same-stream", // both captures name the same RTP source with the same numbers
  "compatible", // the timing fits, as it would fit some other calls too: never more than this
  "not-compatible", // the timing does not fit
  "cannot-tell", // too little to say anything
] as const;
export type VerdictWord = (typeof verdictWords)[number];

/** Looking for the watermark in one candidate. */
export type MarkResult = {
  /**
   * Bits that differ from the word, by the robust decoder (clipped or weighted) whose bits stand out most, whatever they
   * say; the answer rests on it alone. And by the paper's mean.
   */
  distance: number;
  decoder?: Decoder;
  meanDistance: number;
  /** Chance that a word drawn at random is at most this far from what was read (one candidate). */
  falseMatch: number;
  /** The same times the number of candidates looked at: what to expect by chance alone. */
  expectedFalseMatches: number;
  alignedBy: AlignedBy;
  firstIndex: number;
  startsTried: number;
  packetsFound: number;
  packetsPlanned: number;
  /** Bits for which not one pair was whole; they count as differing. */
  emptyBits: number;
};

/** The RTP headers of both flows, where both can be read. */
export type StreamResult = { sameSource: boolean; sharedPackets: number; agreeingPackets: number };

/** A check that a person can repeat by eye. Times in seconds from the first packet compared, delays in milliseconds. */
export type ComparisonPlots = {
  /** Delay of each packet from the first to the second capture above the smallest, thinned to at most 600 points. */
  delay?: { seconds: number; milliseconds: number }[];
  /** Bits as marked and as read, with the mean difference in milliseconds. */
  bits?: { expected: 0 | 1; read: 0 | 1; meanMs: number; pairs: number }[];
};

export type CandidateResult = {
  flow: FlowSummary;
  verdict: VerdictWord;
  mark?: MarkResult;
  timing?: TimingResult;
  /** `timing.falseMatch` times the candidates whose timing was compared: what to expect by chance alone. */
  expectedTimingMatches?: number;
  stream?: StreamResult;
  findings: ComparisonFinding[];
  /** Only of the first few candidates. */
  plots?: ComparisonPlots;
};

export const untestedCodes = [
  "WATERMARK", // no watermark was named
  "TIMING", // no first flow was named
  "CONTENT", // sound and words were not compared
  "CLOCKS", // nobody checked the clocks of the captures
  "OTHER_FLOWS", // flows that were not chosen as candidates
  "PERSON", // who spoke
] as const;
export type UntestedCode = (typeof untestedCodes)[number];

/** Which file a flow came from. */
export type ComparedFile = { sha256: string; findings: string[] };

/**
 * What a comparison found. It holds no clock and no chance, so the same inputs give the same document, byte for byte in
 * canonical JSON. Numbers are rounded to six significant digits.
 */
export type ComparisonResult = {
  version: typeof COMPARISON_VERSION;
  settings: ComparisonSettings;
  /** Absent where only a watermark was looked for. */
  first?: { file: ComparedFile; flow: FlowSummary };
  second: { file: ComparedFile; flowsInFile: number };
  watermark?: {
    parameters: WatermarkParameters;
    /** SHA-256 of key and word: names the watermark without giving it away. */
    fingerprint: string;
    /** Largest distance that counts as a match among so many candidates; -1 where even 0 would be too weak. */
    threshold: number;
    /** Candidates that held enough packets to look for the watermark: the N of all expectations. */
    lookedAt?: number;
    /** Distances of all candidates (index: distance, value: candidates), and how many chance alone would give. */
    distances: number[];
    expectedByChance: number[];
  };
  /**
   * How all candidates agreed in timing, in tenths of the logarithm from the lowest to the highest: where a tenth begins,
   * the candidates in it, and how many there would be if all agreed by chance, as the known non-pairs do.
   */
  timingScores?: { from: number; candidates: number; knownNonPairs: number }[];
  /** Best first. */
  candidates: CandidateResult[];
  /** Of all: the word of the first candidate. "not-compatible" only where it is the word of all of them. */
  verdict: {
    word: VerdictWord;
    candidate?: number;
    /** How many candidates have earned that word, where it is more than "cannot-tell". */
    candidates?: number;
  };
  findings: ComparisonFinding[];
  untested: UntestedCode[];
};
