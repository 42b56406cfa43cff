import type { SummaryRow } from "@/components/ui/summary-list";
import type { WatermarkParameters } from "@/lib/call-tracking/watermark/watermark";
import { texts } from "@/lib/platform/texts";

/** The parameters of a watermark, in rows. */
export function watermarkFacts(parameters: WatermarkParameters): SummaryRow[] {
  const words = texts("tracking.parameters");
  const { bits, redundancy, distance, shiftMs, packets } = parameters;
  return [
    { key: "bits", term: words("bits"), value: bits },
    { key: "redundancy", term: words("redundancy"), value: words("redundancyText", { count: redundancy }) },
    { key: "shift", term: words("shift"), value: words("milliseconds", { value: shiftMs }) },
    { key: "distance", term: words("distance"), value: distance },
    { key: "packets", term: words("packets"), value: packets.toLocaleString("en") },
  ];
}
