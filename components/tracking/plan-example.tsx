import { answerPlan } from "@/lib/call-tracking/planner/answer-plan";
import { planFormSchema } from "@/lib/call-tracking/planner/schema";
import { texts } from "@/lib/platform/texts";
import { TracePlanView } from "./trace-plan-view";

/** The planner's worked example: the form as it stands at first, a call of 90 seconds over a mean delay of 140 ms. */
export function PlanExample() {
  const words = texts("tracking.planner");
  const form = planFormSchema.parse({});
  const { callSeconds: seconds, packetsPerSecond: rate, delayMs: delay, jitterMs: jitter, candidates } = form;
  return (
    <section aria-labelledby="example">
      <h2 id="example">{words("example")}</h2>
      <p>{words("exampleLead", { seconds, rate, delay, jitter, candidates })}</p>
      <TracePlanView plan={answerPlan(form)} delayMs={delay} />
    </section>
  );
}
