import type { TimingResult } from "../timing/timing-result";
import type { ClockFit } from "./clock-fit";
import { isSameStream } from "./compare-headers";
import type { StreamResult, VerdictWord } from "./comparison-result";
import type { FoundMark } from "./look-for-mark";

/** What a verdict rests on. */
export type Grounds = {
  /** A copy of the first recording, or a flow of the same file: its agreement is no news. */
  isCopy: boolean;
  threshold: number;
  mark?: FoundMark;
  stream?: StreamResult;
  timing?: TimingResult;
  fit?: ClockFit;
};

/** Base-10 logarithm: ten times likelier under one hypothesis than under the other. */
const TELLING = 1;
/** Share of known non-pairs that may agree as well as a flow that is called compatible. */
const RARE = 0.01;

/**
 * The word that one candidate has earned. The watermark goes first, because its false matches are counted exactly; then
 * RTP headers, which are facts; and timing last, which never earns more than "compatible".
 */
export function candidateVerdict(grounds: Grounds): VerdictWord {
  const { isCopy, mark, stream, threshold } = grounds;
  if (isCopy) return "cannot-tell";
  if (mark && mark.distance <= threshold) return "match";
  if (stream && isSameStream(stream)) return "same-stream";
  if (mark?.isWhole && threshold >= 0) return "no-match";
  return timingVerdict(grounds);
}

function timingVerdict({ timing, fit }: Grounds): VerdictWord {
  if (!timing || fit?.kind !== "overlap") return "cannot-tell";
  if (isCompatible(timing)) return "compatible";
  return timing.logLikelihoodRatio <= -TELLING ? "not-compatible" : "cannot-tell";
}

/** Whether timing fits as few known non-pairs do. */
export function isCompatible({ logLikelihoodRatio, falseMatch }: TimingResult): boolean {
  return logLikelihoodRatio >= TELLING && falseMatch <= RARE;
}
