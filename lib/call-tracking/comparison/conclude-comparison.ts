import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { standOut } from "../timing/stand-out";
import type { BoundedInput } from "./bound-input";
import { overallVerdict } from "./candidate-order";
import type { ComparisonInput } from "./comparison-input";
import { COMPARISON_VERSION, type ComparisonResult } from "./comparison-result";
import type { Evidence, Examined } from "./examine-candidate";
import { judgeCandidates } from "./judge-candidates";
import { createMarkFinder } from "./look-for-mark";
import { overallFindings } from "./overall-findings";
import { roundNumbers, roundSummary } from "./round-numbers";
import { scoresOfTiming } from "./scores-of-timing";
import { untestedBy } from "./untested-by";
import { watermarkSummary } from "./watermark-summary";

/** The result, from what was found out about each candidate, in the order of the candidates. */
export function concludeComparison(input: BoundedInput, evidence: readonly Evidence[]): ComparisonResult {
  const { first, second, watermark, settings } = input;
  const examined = besideEachOther(evidence, second.flows);
  const mark = watermark && watermarkSummary(watermark, examined, settings.falseMatches);
  const isSameFile = first?.file.sha256 === second.file.sha256;
  const candidates = judgeCandidates(examined, {
    first: first?.flow,
    watermark,
    clockErrorSeconds: settings.clockErrorSeconds,
    threshold: mark?.threshold ?? -1,
    isSameFile,
  });
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
      first: first?.flow,
      candidates,
      threshold: mark?.threshold,
      isMarkInFirst: isMarkInFirst(input, mark?.threshold ?? -1),
      limits: input.leftOut,
    }),
    untested: untestedBy(input),
  };
}

/** What each candidate's timing is worth is known only beside that of all the others. */
function besideEachOther(evidence: readonly Evidence[], flows: readonly PacketFlow[]): Examined[] {
  const timings = standOut(evidence.map(({ timing }) => timing));
  return evidence.map((found, place) => ({
    ...found,
    timing: timings[place],
    flow: flows[place] as PacketFlow,
  }));
}

/** Whether the first flow holds the watermark itself; undefined where that cannot be told. */
function isMarkInFirst({ first, watermark }: ComparisonInput, threshold: number): boolean | undefined {
  if (!first || !watermark || threshold < 0) return undefined;
  const found = createMarkFinder(watermark)(first.flow);
  return "mark" in found ? found.mark.distance <= threshold : undefined;
}
