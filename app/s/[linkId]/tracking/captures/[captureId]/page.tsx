import { nothingThere } from "@/app/_request/nothing-there";
import { requireSharedCase } from "@/app/_request/require-shared-case";
import { FlowTable } from "@/components/tracking/flow-table";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { findCapture } from "@/lib/call-tracking/queries";
import { findEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { recordReading } from "@/lib/sharing/commands";

type Props = { params: Promise<{ linkId: string; captureId: string }> };

/** The flows of a capture, for the investigator. */
export default async function SharedCapturePage({ params }: Props) {
  const { linkId, captureId } = await params;
  const shared = await requireSharedCase(linkId);
  const { id, fileId, listing } = (await findCapture(shared.case, captureId, now())) ?? nothingThere();
  const file = (await findEvidence(shared.case, fileId)) ?? nothingThere();
  if (!listing) nothingThere();
  await recordReading(shared, "link.viewed", id, now());
  return (
    <SiteMain>
      <BackLink href={`/s/${linkId}/tracking`}>{texts("tracking.room")("back")}</BackLink>
      <PageHeading above={texts("tracking.room")("heading")}>
        <bdi>{file.name}</bdi>
      </PageHeading>
      <FlowTable listing={listing} zone={shared.case.details.zone} />
    </SiteMain>
  );
}
