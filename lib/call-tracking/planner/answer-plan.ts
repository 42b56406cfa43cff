import { planTrace } from "./plan-trace";
import type { PlanFormValues } from "./schema";
import { shortestCall } from "./shortest-call";
import type { TracePlan } from "./trace-plan";

/** The plan that a form of the planner asks for. */
export function answerPlan(form: PlanFormValues): TracePlan {
  const { packetsPerSecond, jitterMs, lossPercent, delayMs, candidates } = form;
  const wanted = {
    path: { packetsPerSecond, jitterMs, loss: lossPercent / 100, delayMs },
    candidates,
    falseMatches: Number(form.falseMatches),
    detection: form.detectionPercent / 100,
  };
  return form.question === "mark"
    ? planTrace({ ...wanted, callSeconds: form.callSeconds })
    : shortestCall({ ...wanted, shiftMs: form.shiftMs });
}
