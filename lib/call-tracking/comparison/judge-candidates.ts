import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { Watermark } from "../watermark/watermark";
import { candidateFindings } from "./candidate-findings";
import { compareCandidates } from "./candidate-order";
import { candidateVerdict } from "./candidate-verdict";
import type { CandidateResult, MarkResult } from "./comparison-result";
import type { Examined } from "./examine-candidate";
import type { FoundMark } from "./look-for-mark";
import { plotsOf } from "./plots-of";
import { roundNumbers, roundSummary } from "./round-numbers";

/** Candidates, best first, that a person can check by eye. */
const WITH_PLOTS = 10;

export type JudgingContext = {
  first: PacketFlow | undefined;
  watermark: Watermark | undefined;
  clockErrorSeconds: number;
  /** Largest distance that counts as a match; -1 for none. */
  threshold: number;
  isSameFile: boolean;
};

/** How many candidates were looked at for the watermark, and how many were compared by timing. */
type Counts = { looked: number; timed: number };

/** Verdicts with their numbers, best first. Rounded before they are put in order, since the last digits may differ. */
export function judgeCandidates(all: readonly Examined[], context: JudgingContext): CandidateResult[] {
  const counts = {
    looked: all.filter(({ mark }) => mark).length,
    timed: all.filter(({ timing }) => timing).length,
  };
  return all
    .map((examined) => ({ examined, result: resultOf(examined, { context, counts }) }))
    .sort((one, other) => compareCandidates(one.result, other.result))
    .map(({ examined, result }, place) =>
      place < WITH_PLOTS ? { ...result, plots: roundNumbers(plotsOf(examined, context)) } : result,
    );
}

function resultOf(
  examined: Examined,
  { context, counts }: { context: JudgingContext; counts: Counts },
): CandidateResult {
  const { flow, mark, stream } = examined;
  const timing = roundNumbers(examined.timing);
  const isCopy = context.isSameFile || examined.isSameRecording;
  return {
    flow: roundSummary(flow.summary),
    verdict: candidateVerdict({ ...examined, timing, isCopy, threshold: context.threshold }),
    ...(mark && { mark: roundNumbers(markResult(mark, counts)) }),
    ...(timing && { timing, expectedTimingMatches: roundNumbers(timing.falseMatch * counts.timed) }),
    ...(stream && { stream }),
    findings: candidateFindings(examined, context),
  };
}

function markResult({ isWhole: _, read: __, ...numbers }: FoundMark, { looked }: Counts): MarkResult {
  return { ...numbers, expectedFalseMatches: numbers.falseMatch * looked };
}
