import { SummaryList } from "@/components/ui/summary-list";
import type { ComparisonResult } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { spanText } from "./span-text";
import { watermarkFacts } from "./watermark-facts";

/** What a comparison was asked with, and the version of the program's answer. */
export function ComparisonParameters({ result }: { result: ComparisonResult }) {
  const words = texts("tracking.parameters");
  const { settings, watermark, version } = result;
  return (
    <SummaryList
      rows={[
        { key: "falseMatches", term: words("falseMatches"), value: settings.falseMatches },
        { key: "clock", term: words("clockError"), value: spanText(settings.clockErrorSeconds) },
        ...(watermark ? watermarkFacts(watermark.parameters) : []),
        ...(watermark
          ? [{ key: "threshold", term: words("threshold"), value: thresholdText(watermark.threshold) }]
          : []),
        { key: "version", term: words("version"), value: version },
      ]}
    />
  );
}

function thresholdText(threshold: number): string {
  return threshold < 0 ? texts("tracking.parameters")("noThreshold") : String(threshold);
}
