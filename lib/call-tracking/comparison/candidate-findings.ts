import type { PacketFlow } from "@/lib/captures/flows/packet-flow";
import { isCompatible } from "./candidate-verdict";
import { isSameStream, sharedPackets } from "./compare-headers";
import type { ComparisonFinding } from "./comparison-result";
import type { Examined } from "./examine-candidate";
import { packetsLeftOut } from "./within-limits";

/** What has to be told of one candidate beside its verdict. */
export function candidateFindings(examined: Examined, first: PacketFlow | undefined): ComparisonFinding[] {
  const { flow, tooShort, isSameRecording } = examined;
  const findings: ComparisonFinding[] = [];
  if (isSameRecording) findings.push({ code: "SAME_RECORDING" });
  if (first && examined.fit && examined.fit.kind !== "overlap") findings.push(clockFinding(examined, first));
  if (tooShort) findings.push({ code: "TOO_SHORT", ...tooShort });
  if (flow.summary.cutPackets > 0) findings.push({ code: "PACKETS_CUT", packets: flow.summary.cutPackets });
  const leftOut = packetsLeftOut(flow);
  if (leftOut > 0) findings.push({ code: "PACKETS_LEFT_OUT", count: leftOut });
  return findings;
}

/** A wrong clock is named only where something else than the clock says that the flows belong together. */
function clockFinding({ flow, fit, stream, timing }: Examined, first: PacketFlow): ComparisonFinding {
  if (fit?.kind === "apart" && timing && isCompatible(timing))
    return { code: "CLOCKS_APART", seconds: fit.seconds };
  if (stream && isSameStream(stream)) return { code: "CLOCKS_APART", seconds: secondsApart(first, flow) };
  return { code: "NO_OVERLAP" };
}

/** Second clock minus first, by the packet that is in the middle of those that both captures hold. */
function secondsApart(first: PacketFlow, second: PacketFlow): number {
  const shared = sharedPackets(first, second);
  const middle = shared.first.length >> 1;
  const [one, other] = [shared.first[middle] as number, shared.second[middle] as number];
  return Math.round(((second.at[other] as number) - (first.at[one] as number)) / 1e6);
}
