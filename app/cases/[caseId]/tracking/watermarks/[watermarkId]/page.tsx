import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayIn } from "@/app/_request/say";
import { MarkCaptureForm } from "@/components/tracking/mark-capture-form";
import { WatermarkView } from "@/components/tracking/watermark-view";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listCaptures, listWatermarks } from "@/lib/call-tracking/queries";
import { listedWatermarks, withFiles } from "@/lib/call-tracking/with-files";
import { listEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import { chooseCapture } from "../../actions";

type Props = {
  params: Promise<{ caseId: string; watermarkId: string }>;
  searchParams: Promise<{ capture?: string; fault?: string }>;
};

/** A kept watermark: what it is, and a copy of a capture to try it on. */
export default async function WatermarkPage({ params, searchParams }: Props) {
  const words = texts("tracking.watermark");
  const { caseId, watermarkId } = await params;
  const opened = await requireCase(caseId);
  const kept = await listWatermarks(opened);
  const place = kept.findIndex(({ id }) => id === watermarkId);
  const { fingerprint } = kept[place] ?? nothingThere();
  const watermark = listedWatermarks(kept)[place] ?? nothingThere();
  const [captures, files] = await Promise.all([listCaptures(opened, now()), listEvidence(opened)]);
  const read = withFiles({ captures, comparisons: [], files }).captures.filter(
    ({ state }) => state === "read",
  );
  const { capture, fault } = await searchParams;
  const chosen = read.find(({ id }) => id === capture);
  const room = `/cases/${opened.id}/tracking`;
  const here = `${room}/watermarks/${watermark.id}`;
  return (
    <SiteMain>
      <BackLink href={room}>{words("back")}</BackLink>
      <PageHeading above={words("above", { made: formatMoment(watermark.createdAt, opened.details.zone) })}>
        {words("heading", { number: watermark.number })}
      </PageHeading>
      {fault && (
        <div role="alert">
          <InsetText>
            <p>{sayIn("tracking.errors")(knownFault(fault))}</p>
          </InsetText>
        </div>
      )}
      <WatermarkView watermark={{ ...watermark, fingerprint }} plan={`${here}/plan`} />
      <MarkCaptureForm
        captures={read}
        chosen={chosen && { ...chosen, flows: chosen.listing?.flows ?? [] }}
        packets={watermark.parameters.packets}
        choose={chooseCapture}
        formTexts={formTexts()}
        hidden={{ caseId: opened.id, watermarkId: watermark.id }}
        action={`${here}/apply`}
        change={`${here}#mark-capture`}
      />
    </SiteMain>
  );
}

const faults = ["NO_FLOW", "TOO_SHORT", "NOT_MARKED", "NOT_FOUND"] as const;

function knownFault(fault: string): (typeof faults)[number] {
  return faults.find((known) => known === fault) ?? "NOT_FOUND";
}
