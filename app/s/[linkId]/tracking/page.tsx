import { requireSharedCase } from "@/app/_request/require-shared-case";
import { InvestigatorView } from "@/components/tracking/investigator-view";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listCaptures, listComparisons, listWatermarks } from "@/lib/call-tracking/queries";
import { listedWatermarks, withFiles } from "@/lib/call-tracking/with-files";
import { listEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { recordReading } from "@/lib/sharing/commands";

type Props = { params: Promise<{ linkId: string }> };

/** What was compared in this case, for the investigator. */
export default async function SharedTrackingPage({ params }: Props) {
  const words = texts("tracking.reader");
  const shared = await requireSharedCase((await params).linkId);
  const opened = shared.case;
  const [captures, comparisons, files, watermarks] = await Promise.all([
    listCaptures(opened, now()),
    listComparisons(opened, now()),
    listEvidence(opened),
    listWatermarks(opened),
  ]);
  await recordReading(shared, "link.viewed", shared.linkId, now());
  const listed = withFiles({ captures, comparisons, files });
  const here = `/s/${shared.linkId}/tracking`;
  return (
    <SiteMain>
      <BackLink href={`/s/${shared.linkId}`}>{words("back")}</BackLink>
      <PageHeading>{words("heading")}</PageHeading>
      <InvestigatorView
        comparisons={listed.comparisons.filter(({ state }) => state === "read")}
        captures={listed.captures.filter(({ state }) => state === "read")}
        watermarks={listedWatermarks(watermarks)}
        zone={opened.details.zone}
        method={`${here}/method`}
        planner={`${here}/planner`}
        hrefOfComparison={(comparison) => `${here}/comparisons/${comparison.id}`}
        hrefOfCapture={(capture) => `${here}/captures/${capture.id}`}
      />
    </SiteMain>
  );
}
