import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { tiedCandidates } from "./candidate-order";
import type { CandidateResult, ComparisonFinding, ComparisonFindingCode } from "./comparison-result";

export type OverallGrounds = {
  isSameFile: boolean;
  first: PacketFlow | undefined;
  /** In their order. */
  candidates: readonly CandidateResult[];
  /** Absent where no watermark was looked for. */
  threshold: number | undefined;
  /** Undefined where it was not looked at. */
  isMarkInFirst: boolean | undefined;
  limits: readonly ComparisonFinding[];
};

/** What has to be told of a comparison as a whole. */
export function overallFindings(grounds: OverallGrounds): ComparisonFinding[] {
  const { isSameFile, first, candidates, threshold, limits } = grounds;
  const tied = tiedCandidates(candidates);
  const looked = candidates.filter(({ mark }) => mark).length;
  const findings: ComparisonFinding[] = [];
  if (isSameFile) findings.push({ code: "SAME_FILE" });
  if (candidates.length === 0) findings.push({ code: "NO_CANDIDATES" });
  findings.push(...ofAll(candidates, "SAME_RECORDING"), ...clocksOf(candidates));
  findings.push(...ofAll(candidates, "TOO_SHORT"));
  if (first && first.summary.cutPackets > 0)
    findings.push({ code: "PACKETS_CUT", packets: first.summary.cutPackets });
  if (threshold === -1 && looked > 0) findings.push({ code: "WORD_TOO_SHORT", count: looked });
  if (grounds.isMarkInFirst === false) findings.push({ code: "MARK_NOT_IN_FIRST" });
  if (tied > 1) findings.push({ code: "TIES", count: tied });
  return [...findings, ...limits];
}

/** A finding that every candidate has, as the first of them has it. */
function ofAll(candidates: readonly CandidateResult[], code: ComparisonFindingCode): ComparisonFinding[] {
  const found = candidates.map(({ findings }) => findings.find((finding) => finding.code === code));
  const [first] = found;
  return first && found.every((finding) => finding) ? [first] : [];
}

/** Where no candidate was there at the time of the first flow: the clock that would explain it, if any candidate says so. */
function clocksOf(candidates: readonly CandidateResult[]): ComparisonFinding[] {
  const found = candidates.map(({ findings }) =>
    findings.find(({ code }) => code === "CLOCKS_APART" || code === "NO_OVERLAP"),
  );
  const [first] = found;
  if (!first || !found.every((finding) => finding)) return [];
  return [found.find((finding) => finding?.code === "CLOCKS_APART") ?? first];
}
