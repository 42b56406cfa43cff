import type { ComparisonResult, UntestedCode } from "@/lib/call-tracking/comparison/comparison-result";
import { texts } from "@/lib/platform/texts";

/** What the verdict does not show, and what nobody tested. */
export function NotShown({ result }: { result: ComparisonResult }) {
  return (
    <ul>
      <li>{texts("tracking.limits")(result.verdict.word)}</li>
      {result.untested.map((code) => (
        <li key={code}>{untestedText(code, result)}</li>
      ))}
    </ul>
  );
}

export function untestedText(code: UntestedCode, { settings, second, candidates }: ComparisonResult): string {
  return texts("tracking.untested")(code, {
    seconds: settings.clockErrorSeconds,
    total: second.flowsInFile,
    looked: candidates.length,
  });
}
