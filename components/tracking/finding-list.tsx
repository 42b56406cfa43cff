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

export function findingText(finding: ComparisonFinding): string {
  return texts("tracking.findings")(finding.code, valuesOf(finding));
}

/** The same in a few words, for a table. */
export function remarkText(finding: ComparisonFinding): string {
  return texts("tracking.remarks")(finding.code, valuesOf(finding));
}

function valuesOf({ packets = 0, needed = 0, seconds = 0, count = 0 }: ComparisonFinding) {
  return { packets, needed, count, span: spanText(seconds) };
}
