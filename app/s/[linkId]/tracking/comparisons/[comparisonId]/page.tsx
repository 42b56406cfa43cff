import { nothingThere } from "@/app/_request/nothing-there";
import { requireSharedCase } from "@/app/_request/require-shared-case";
import { ComparisonView } from "@/components/tracking/comparison-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { candidateShown } from "@/lib/call-tracking/candidate-shown";
import { findFinishedComparison } from "@/lib/call-tracking/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { recordReading } from "@/lib/sharing/commands";

type Props = {
  params: Promise<{ linkId: string; comparisonId: string }>;
  searchParams: Promise<{ candidate?: string }>;
};

/** A comparison as the investigator reads it: the same answer and the same numbers. */
export default async function SharedComparisonPage({ params, searchParams }: Props) {
  const { linkId, comparisonId } = await params;
  const shared = await requireSharedCase(linkId);
  const done = (await findFinishedComparison(shared.case, comparisonId, now())) ?? nothingThere();
  await recordReading(shared, "link.viewed", done.id, now());
  const room = `/s/${linkId}/tracking`;
  const here = `${room}/comparisons/${done.id}`;
  const { candidate } = await searchParams;
  return (
    <SiteMain>
      <BackLink href={room}>{texts("tracking.room")("back")}</BackLink>
      <PageHeading>{texts("tracking.result")("heading")}</PageHeading>
      <ComparisonView
        result={done.result}
        names={done.names}
        comparedAt={done.finishedAt}
        zone={shared.case.details.zone}
        downloads={{ json: `/s/${linkId}/evidence/${done.file.id}`, pdf: `${here}/pdf` }}
        shown={candidateShown(candidate)}
        hrefOfCandidate={(place) => `${here}?candidate=${place}#candidate`}
      />
    </SiteMain>
  );
}
