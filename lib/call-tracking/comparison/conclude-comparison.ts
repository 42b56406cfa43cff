import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import type { BoundedInput } from "./bound-input";
import { overallVerdict } from "./candidate-order";
import type { ComparisonInput } from "./comparison-input";
import { COMPARISON_VERSION, type ComparisonResult } from "./comparison-result";
import type { Evidence } from "./examine-candidate";
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
  const examined = evidence.map((found, place) => ({ ...found, flow: second.flows[place] as PacketFlow }));
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

/** Whether the first flow holds the watermark itself; undefined where that cannot be told. */
function isMarkInFirst({ first, watermark }: ComparisonInput, threshold: number): boolean | undefined {
  if (!first || !watermark || threshold < 0) return undefined;
  const found = createMarkFinder(watermark)(first.flow);
  return "mark" in found ? found.mark.distance <= threshold : undefined;
}
