import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { Watermark } from "../watermark/watermark";
import { candidateFindings } from "./candidate-findings";
import { compareCandidates, overallVerdict } from "./candidate-order";
import { candidateVerdict } from "./candidate-verdict";
import type { ComparisonInput } from "./comparison-input";
import { type CandidateResult, COMPARISON_VERSION, type ComparisonResult } from "./comparison-result";
import { createExaminer, type Examined } from "./examine-candidate";
import { overallFindings } from "./overall-findings";
import { plotsOf } from "./plots-of";
import { roundNumbers, roundSummary } from "./round-numbers";
import { scoresOfTiming } from "./scores-of-timing";
import { untestedBy } from "./untested-by";
import { watermarkSummary } from "./watermark-summary";
import { type ComparisonLimits, comparisonLimits, withinLimits } from "./within-limits";

/** Candidates, best first, that a person can check by eye. */
const WITH_PLOTS = 10;

/**
 * Compares candidate flows with a first flow, a watermark or both. Pure: the same inputs give the same result, in whatever
 * order the candidates are given. `onProgress` is called after each candidate. What is wrong with the inputs becomes a
 * finding; nothing is thrown but for a watermark whose parameters are beyond its limits.
 */
export function compareFlows(
  input: ComparisonInput,
  onProgress: (done: number, of: number) => void = () => undefined,
  limits: ComparisonLimits = comparisonLimits,
): ComparisonResult {
  const { first, second, watermark, settings } = input;
  const start = first && withinLimits([first.flow], limits);
  const kept = withinLimits(second.flows, limits);
  const firstFlow = start?.flows[0];
  const examine = createExaminer({
    first: firstFlow,
    watermark,
    clockErrorSeconds: settings.clockErrorSeconds,
  });
  const examined = kept.flows.map((flow, place) => {
    const result = examine(flow);
    onProgress(place + 1, kept.flows.length);
    return result;
  });
  const mark = watermark && watermarkSummary(watermark, examined, settings.falseMatches);
  const isSameFile = first !== undefined && first.file.sha256 === second.file.sha256;
  const judged = judge(examined, { first: firstFlow, threshold: mark?.threshold ?? -1, isSameFile });
  const candidates = withPlots(judged, { first: firstFlow, watermark });
  return {
    version: COMPARISON_VERSION,
    settings,
    ...(first && { first: { file: first.file, flow: roundSummary(first.flow.summary) } }),
    second: { file: second.file, flowsInFile: second.flowsInFile },
    ...(mark && { watermark: roundNumbers(mark) }),
    ...(first && { timingScores: roundNumbers(scoresOfTiming(examined)) }),
    candidates,
    verdict: overallVerdict(candidates),
    findings: overallFindings({
      isSameFile,
      first: firstFlow,
      candidates,
      threshold: mark?.threshold,
      limits: [...(start?.findings ?? []), ...kept.findings],
    }),
    untested: untestedBy(input),
  };
}

type Context = { first: PacketFlow | undefined; threshold: number; isSameFile: boolean };
type Judged = { examined: Examined; result: CandidateResult };

/** Verdicts with their numbers, best first. Rounded before they are put in order, since the last digits may differ. */
function judge(all: readonly Examined[], context: Context): Judged[] {
  const looked = all.filter(({ mark }) => mark).length;
  const timed = all.filter(({ timing }) => timing).length;
  return all
    .map((examined) => ({ examined, result: resultOf(examined, { ...context, looked, timed }) }))
    .sort((one, other) => compareCandidates(one.result, other.result));
}

function resultOf(examined: Examined, context: Context & { looked: number; timed: number }): CandidateResult {
  const { flow, stream } = examined;
  const { mark, timing } = { mark: examined.mark, timing: roundNumbers(examined.timing) };
  const isCopy = context.isSameFile || examined.isSameRecording;
  return {
    flow: roundSummary(flow.summary),
    verdict: candidateVerdict({ ...examined, timing, isCopy, threshold: context.threshold }),
    ...(mark && { mark: roundNumbers(markResult(mark, context.looked)) }),
    ...(timing && { timing, expectedTimingMatches: roundNumbers(timing.falseMatch * context.timed) }),
    ...(stream && { stream }),
    findings: candidateFindings(examined, context.first),
  };
}

function markResult(mark: NonNullable<Examined["mark"]>, looked: number): CandidateResult["mark"] {
  const { isWhole: _, read: __, ...numbers } = mark;
  return { ...numbers, expectedFalseMatches: mark.falseMatch * looked };
}

function withPlots(
  judged: readonly Judged[],
  given: { first: PacketFlow | undefined; watermark: Watermark | undefined },
): CandidateResult[] {
  return judged.map(({ examined, result }, place) =>
    place < WITH_PLOTS ? { ...result, plots: roundNumbers(plotsOf(examined, given)) } : result,
  );
}
