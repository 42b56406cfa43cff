import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { LEAST_PACKETS } from "../timing/timing-evidence";
import { isCompatible } from "./candidate-verdict";
import { isWithinError } from "./clock-fit";
import { isSameStream, sharedPackets } from "./compare-headers";
import type { ComparisonFinding } from "./comparison-result";
import type { Examined } from "./examine-candidate";
import { packetsLeftOut } from "./within-limits";

export type FindingContext = { first: PacketFlow | undefined; clockErrorSeconds: number };

/** What has to be told of one candidate beside its verdict. */
export function candidateFindings(examined: Examined, context: FindingContext): ComparisonFinding[] {
  const { flow, isSameRecording } = examined;
  const findings: ComparisonFinding[] = [];
  if (isSameRecording) findings.push({ code: "SAME_RECORDING" });
  if (context.first) findings.push(...clockFindings(examined, { ...context, first: context.first }));
  findings.push(...shortness(examined, context.first));
  if (flow.summary.cutPackets > 0) findings.push({ code: "PACKETS_CUT", packets: flow.summary.cutPackets });
  const leftOut = packetsLeftOut(flow);
  if (leftOut > 0) findings.push({ code: "PACKETS_LEFT_OUT", count: leftOut });
  return findings;
}

/** A wrong clock is named only where something else than the clock says that the flows belong together. */
function clockFindings(
  { flow, fit, stream, timing }: Examined,
  { first, clockErrorSeconds }: FindingContext & { first: PacketFlow },
): ComparisonFinding[] {
  if (stream && isSameStream(stream)) {
    const seconds = secondsApart(first, flow);
    return isWithinError(seconds, clockErrorSeconds) ? [] : [{ code: "CLOCKS_APART", seconds }];
  }
  if (fit?.kind === "apart" && timing && isCompatible(timing))
    return [{ code: "CLOCKS_APART", seconds: fit.seconds }];
  return fit?.kind === "overlap" ? [] : [{ code: "NO_OVERLAP" }];
}

/** Second clock minus first, by the packet that is in the middle of those that both captures hold. */
function secondsApart(first: PacketFlow, second: PacketFlow): number {
  const shared = sharedPackets(first, second);
  const middle = shared.first.length >> 1;
  const [one, other] = [shared.first[middle] as number, shared.second[middle] as number];
  return Math.round(((second.at[other] as number) - (first.at[one] as number)) / 1e6);
}

/** The watermark needs more packets than timing does, so its need is told where both lack some. */
function shortness({ flow, tooShort }: Examined, first: PacketFlow | undefined): ComparisonFinding[] {
  if (tooShort) return [{ code: "TOO_SHORT", ...tooShort }];
  const packets = Math.min(flow.at.length, first ? first.at.length : Number.POSITIVE_INFINITY);
  return first && packets < LEAST_PACKETS ? [{ code: "TOO_SHORT", packets, needed: LEAST_PACKETS }] : [];
}
