import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { nothingThere } from "@/app/_request/nothing-there";
import { ComparisonProgress } from "@/components/tracking/comparison-progress";
import { ComparisonView } from "@/components/tracking/comparison-view";
import { UnfinishedComparison } from "@/components/tracking/unfinished-comparison";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { candidateShown } from "@/lib/call-tracking/candidate-shown";
import { findComparison, findFinishedComparison } from "@/lib/call-tracking/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { compareAgain } from "../../actions";

type Props = {
  params: Promise<{ caseId: string; comparisonId: string }>;
  searchParams: Promise<{ candidate?: string }>;
};

/** What a comparison found, or how far it is. */
export default async function ComparisonPage({ params, searchParams }: Props) {
  const { caseId, comparisonId } = await params;
  const opened = await requireCase(caseId);
  const comparison = (await findComparison(opened, comparisonId, now())) ?? nothingThere();
  const done = await findFinishedComparison(opened, comparisonId, now());
  const room = `/cases/${opened.id}/tracking`;
  const here = `${room}/comparisons/${comparison.id}`;
  const { state } = comparison;
  const { candidate } = await searchParams;
  return (
    <SiteMain>
      <BackLink href={room}>{texts("tracking.room")("back")}</BackLink>
      <PageHeading>{texts("tracking.result")("heading")}</PageHeading>
      {state === "reading" && <ComparisonProgress comparison={comparison} href={here} />}
      {state !== "reading" && state !== "read" && (
        <UnfinishedComparison
          comparison={comparison}
          again={compareAgain}
          formTexts={formTexts()}
          hidden={{ caseId: opened.id, comparisonId: comparison.id }}
        />
      )}
      {done && (
        <ComparisonView
          result={done.result}
          names={done.names}
          comparedAt={done.finishedAt}
          zone={opened.details.zone}
          downloads={{ json: `/cases/${opened.id}/evidence/${done.file.id}/file`, pdf: `${here}/pdf` }}
          shown={candidateShown(candidate)}
          hrefOfCandidate={(place) => `${here}?candidate=${place}#candidate`}
        />
      )}
    </SiteMain>
  );
}
