import { formTexts } from "@/app/_request/form-texts";
import { requireSharedCase } from "@/app/_request/require-shared-case";
import { PlanExample } from "@/components/tracking/plan-example";
import { PlannerForm } from "@/components/tracking/planner-form";
import { TracePlanView } from "@/components/tracking/trace-plan-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { planFormState, readPlanQuery } from "@/lib/call-tracking/plan-query";
import { answerPlan } from "@/lib/call-tracking/planner/answer-plan";
import { texts } from "@/lib/platform/texts";
import { planShared } from "../../actions";

type Props = {
  params: Promise<{ linkId: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

/** The planner for the investigator, who cannot keep a watermark in another's case. */
export default async function SharedPlannerPage({ params, searchParams }: Props) {
  const words = texts("tracking.planner");
  const { linkId } = await requireSharedCase((await params).linkId);
  const query = await searchParams;
  const asked = readPlanQuery(query);
  return (
    <SiteMain>
      <BackLink href={`/s/${linkId}/tracking`}>{words("back")}</BackLink>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      {asked && (
        <section id="plan" aria-labelledby="plan-heading">
          <h2 id="plan-heading">{words("result")}</h2>
          <TracePlanView plan={answerPlan(asked)} delayMs={asked.delayMs} />
        </section>
      )}
      {asked && <h2>{words("again")}</h2>}
      <PlannerForm
        plan={planShared}
        formTexts={formTexts()}
        hidden={{ linkId }}
        held={planFormState(query)}
      />
      {!asked && <PlanExample />}
    </SiteMain>
  );
}
