import type { ComparisonFinding } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";
import { spanText } from "./span-text";

/** What a comparison found, each with what to do about it. */
export function FindingList({ findings }: { findings: readonly ComparisonFinding[] }) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.code}>{findingText(finding)}</li>
      ))}
    </ul>
  );
}

export function findingText({ code, packets = 0, needed = 0, seconds = 0, count = 0 }: ComparisonFinding) {
  return texts("tracking.findings")(code, { packets, needed, count, span: spanText(seconds) });
}
