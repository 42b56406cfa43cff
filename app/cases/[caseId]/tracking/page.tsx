import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { sayIn } from "@/app/_request/say";
import { uploadFault, uploadMegabytes } from "@/app/_request/upload-fault";
import { CaptureList } from "@/components/tracking/capture-list";
import { CaptureUploadForm } from "@/components/tracking/capture-upload-form";
import { ComparisonList } from "@/components/tracking/comparison-list";
import { RoomLead } from "@/components/tracking/room-lead";
import { UntakenFiles } from "@/components/tracking/untaken-files";
import { WatermarkList } from "@/components/tracking/watermark-list";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listCaptures, listComparisons, listWatermarks } from "@/lib/call-tracking/queries";
import { listedWatermarks, withFiles } from "@/lib/call-tracking/with-files";
import { listEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { texts } from "@/lib/platform/texts";
import { takeCapture } from "./actions";

type Props = { params: Promise<{ caseId: string }>; searchParams: Promise<{ fault?: string }> };

export default async function TrackingPage({ params, searchParams }: Props) {
  const words = texts("tracking.room");
  const opened = await requireCase((await params).caseId);
  const { id, details } = opened;
  const [captures, comparisons, files, watermarks] = await Promise.all([
    listCaptures(opened, now()),
    listComparisons(opened, now()),
    listEvidence(opened),
    listWatermarks(opened),
  ]);
  const listed = withFiles({ captures, comparisons, files });
  const { fault } = await searchParams;
  const notACapture = fault === "NOT_A_CAPTURE" ? sayIn("tracking.errors")(fault) : undefined;
  const here = `/cases/${id}/tracking`;
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <RoomLead method={`${here}/method`} planner={`${here}/planner`} compare={`${here}/compare`} />
      <h2>{texts("tracking.comparisons")("heading")}</h2>
      <ComparisonList
        comparisons={listed.comparisons}
        zone={details.zone}
        hrefOf={(comparison) => `${here}/comparisons/${comparison.id}`}
      />
      <h2>{texts("tracking.captures")("heading")}</h2>
      <CaptureList
        captures={listed.captures}
        zone={details.zone}
        hrefOf={(capture) => `${here}/captures/${capture.id}`}
      />
      <UntakenFiles files={listed.untaken} caseId={id} take={takeCapture} formTexts={formTexts()} />
      <CaptureUploadForm
        action={`${here}/upload`}
        megabytes={uploadMegabytes()}
        fault={notACapture ?? uploadFault(fault)}
      />
      <h2>{texts("tracking.watermarks")("heading")}</h2>
      <WatermarkList
        watermarks={listedWatermarks(watermarks)}
        zone={details.zone}
        hrefOf={(watermark) => `${here}/watermarks/${watermark.id}`}
      />
    </SiteMain>
  );
}
