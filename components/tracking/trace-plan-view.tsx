import { InsetText } from "@/components/ui/inset-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { PlanWarning, TracePlan } from "@/lib/call-tracking/planner/trace-plan";
import { texts } from "@/lib/platform/texts";
import { chanceText, expectedText, smallNumber } from "./chance-text";
import { spanText } from "./span-text";
import { watermarkFacts } from "./watermark-facts";

type Props = {
  plan: TracePlan;
  /** Mean delay of the path in milliseconds, to say that it has no effect. */
  delayMs: number;
};

/** What a plan promises, in words first. */
export function TracePlanView({ plan, delayMs }: Props) {
  const words = texts("tracking.planner");
  const { falseMatch, expectedFalseMatches, warnings } = plan;
  const falseMatches = { chance: chanceText(falseMatch), expected: expectedText(expectedFalseMatches) };
  return (
    <>
      <p className="lead">{promiseText(plan)}</p>
      {hasMark(plan) && <p>{words("falseMatch", falseMatches)}</p>}
      <p>{words("delay", { delay: delayMs })}</p>
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      {hasMark(plan) && (
        <>
          <h3>{words("facts")}</h3>
          <PlanFacts plan={plan} />
          <p className="note">{words("theory")}</p>
        </>
      )}
    </>
  );
}

/** Whether there is anything that could be set: where not even a word without a wrong bit is strong enough, there is not. */
export function hasMark({ threshold }: TracePlan): boolean {
  return threshold >= 0;
}

function promiseText(plan: TracePlan): string {
  const words = texts("tracking.planner");
  const span = spanText(plan.callSeconds);
  const found = { span, shift: plan.parameters.shiftMs, detection: foundText(plan.detection) };
  if (!hasMark(plan)) return words("nothingFits", found);
  const isTooShort = plan.warnings.some(({ code }) => code === "TOO_SHORT");
  return words(isTooShort ? "tooShort" : "enough", found);
}

/** Rounded down, so that nothing is promised that the theory does not give. */
function foundText(detection: number): string {
  const words = texts("tracking.planner");
  const count = Math.floor(detection * 1_000) / 10;
  if (count > 99.9) return words("nearlyAlways");
  return count < 1 ? words("hardlyEver") : words("inHundred", { count });
}

function Warnings({ warnings }: { warnings: readonly PlanWarning[] }) {
  return (
    <>
      <h3>{texts("tracking.planner")("warnings")}</h3>
      <InsetText>
        {warnings.map((warning) => (
          <p key={warning.code}>{warningText(warning)}</p>
        ))}
      </InsetText>
    </>
  );
}

export function warningText({ code, packets = 0, seconds = 0 }: PlanWarning): string {
  return texts("tracking.planWarnings")(code, { packets, seconds, span: spanText(seconds) });
}

function PlanFacts({ plan }: { plan: TracePlan }) {
  const words = texts("tracking.planner");
  const percent = (share: number) => words("percent", { value: String(Math.floor(share * 10_000) / 100) });
  return (
    <SummaryList
      rows={[
        ...watermarkFacts(plan.parameters),
        { key: "threshold", term: words("threshold"), value: plan.threshold },
        { key: "bit", term: words("bitAccuracy"), value: percent(plan.bitAccuracy) },
        { key: "found", term: words("detection"), value: percent(plan.detection) },
        { key: "false", term: words("falseMatchRate"), value: smallNumber(plan.falseMatch) },
        { key: "expected", term: words("expected"), value: smallNumber(plan.expectedFalseMatches) },
      ]}
    />
  );
}
