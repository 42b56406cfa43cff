import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { nothingThere } from "@/app/_request/nothing-there";
import { CaptureProgress } from "@/components/tracking/capture-progress";
import { FlowTable } from "@/components/tracking/flow-table";
import { UnreadCapture } from "@/components/tracking/unread-capture";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { findCapture } from "@/lib/call-tracking/queries";
import { findEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { listAgain } from "../../actions";

type Props = { params: Promise<{ caseId: string; captureId: string }> };

/** The flows of one capture, or how far they are listed. */
export default async function CapturePage({ params }: Props) {
  const words = texts("tracking.room");
  const { caseId, captureId } = await params;
  const opened = await requireCase(caseId);
  const capture = (await findCapture(opened, captureId, now())) ?? nothingThere();
  const file = (await findEvidence(opened, capture.fileId)) ?? nothingThere();
  const room = `/cases/${opened.id}/tracking`;
  const { state, listing } = capture;
  return (
    <SiteMain>
      <BackLink href={room}>{words("back")}</BackLink>
      <PageHeading above={words("heading")}>
        <bdi>{file.name}</bdi>
      </PageHeading>
      {state === "reading" && (
        <CaptureProgress
          capture={{ ...capture, sizeBytes: file.sizeBytes }}
          href={`${room}/captures/${capture.id}`}
        />
      )}
      {state !== "reading" && state !== "read" && (
        <UnreadCapture
          capture={capture}
          again={listAgain}
          formTexts={formTexts()}
          hidden={{ caseId: opened.id, captureId: capture.id }}
        />
      )}
      {listing && <FlowTable listing={listing} zone={opened.details.zone} />}
    </SiteMain>
  );
}
