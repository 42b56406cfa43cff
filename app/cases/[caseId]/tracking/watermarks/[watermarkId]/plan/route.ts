import { Readable } from "node:stream";
import { currentCase, nothingHere } from "@/app/_request/current-case";
import { sendDownload } from "@/app/_request/download";
import { findWatermark } from "@/lib/call-tracking/queries";
import { formatPlan } from "@/lib/call-tracking/watermark/watermark-file";

type Props = { params: Promise<{ caseId: string; watermarkId: string }> };

/** The plan of a watermark for whoever sets the delays. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { caseId, watermarkId } = await params;
  const opened = await currentCase(caseId);
  const kept = opened && (await findWatermark(opened, watermarkId));
  if (!kept) return nothingHere();
  const bytes = Buffer.from(formatPlan(kept.watermark));
  const file = { name: "plan.json", mediaType: "application/json", sizeBytes: bytes.length };
  return sendDownload(request, { ...file, open: () => Readable.from([bytes], { objectMode: false }) });
}
