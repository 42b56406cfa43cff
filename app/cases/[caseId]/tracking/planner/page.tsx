import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { KeepPlanForm } from "@/components/tracking/keep-plan-form";
import { PlanExample } from "@/components/tracking/plan-example";
import { PlannerForm } from "@/components/tracking/planner-form";
import { hasMark, TracePlanView } from "@/components/tracking/trace-plan-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { hiddenParameters, planFormState, readPlanQuery } from "@/lib/call-tracking/plan-query";
import { answerPlan } from "@/lib/call-tracking/planner/answer-plan";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { keep, plan } from "../actions";

type Props = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

/** How a trace would have to be made; a plan can be kept as a watermark. */
export default async function PlannerPage({ params, searchParams }: Props) {
  const words = texts("tracking.planner");
  const opened = await requireCase((await params).caseId);
  const room = `/cases/${opened.id}/tracking`;
  const query = await searchParams;
  const asked = readPlanQuery(query);
  const answer = asked && answerPlan(asked);
  const hidden = { caseId: opened.id };
  return (
    <SiteMain>
      <BackLink href={room}>{words("back")}</BackLink>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {answer && (
        <section id="plan" aria-labelledby="plan-heading">
          <h2 id="plan-heading">{words("result")}</h2>
          <TracePlanView plan={answer} delayMs={asked.delayMs} />
          {hasMark(answer) && (
            <KeepPlanForm
              keep={keep}
              formTexts={formTexts()}
              hidden={{ ...hidden, formKey: newId(), ...hiddenParameters(answer.parameters) }}
            />
          )}
        </section>
      )}
      {answer && <h2>{words("again")}</h2>}
      <PlannerForm
        plan={plan}
        formTexts={formTexts()}
        hidden={hidden}
        held={(await heldFormState(`${room}/planner`)) ?? planFormState(query)}
      />
      {!answer && <PlanExample />}
    </SiteMain>
  );
}
