import type { FlowSummary } from "@/lib/captures/flows/packet-flow";
import { holdsWholeCall, type LengthAgreement, lengthAgreement, worseAgreement } from "./call-length";
import { oppositeFlow } from "./opposite-flow";
import type { TimingOptions } from "./timing-options";

/**
 * Compares the length of a call with that of others, where both captures hold it whole; with both directions where both
 * captures hold those. One that is cut says nothing, as where a capture began decides how many packets it has.
 */
export function createLengthComparer(
  first: FlowSummary,
  { captured }: TimingOptions,
): (second: FlowSummary) => LengthAgreement | undefined {
  if (!captured || !holdsWholeCall(first, captured.first)) return () => undefined;
  const back = oppositeFlow(first, captured.first.flows ?? []);
  return (second) => {
    if (!holdsWholeCall(second, captured.second)) return undefined;
    const forth = lengthAgreement(first, second);
    const otherBack = back && oppositeFlow(second, captured.second.flows ?? []);
    const isBackWhole =
      back && holdsWholeCall(back, captured.first) && otherBack && holdsWholeCall(otherBack, captured.second);
    return isBackWhole ? worseAgreement(forth, lengthAgreement(back, otherBack)) : forth;
  };
}
