import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { writeAnnexPdf } from "@/lib/call-tracking/annex/write-annex-pdf";
import { findFinishedComparison } from "@/lib/call-tracking/queries";
import type { OpenCase } from "@/lib/cases/case";
import { jurisdictionOf } from "@/lib/jurisdictions/jurisdiction";
import { paperOf } from "@/lib/letters/write-letter-pdf";
import { now } from "@/lib/platform/clock";
import { nothingHere } from "./current-case";
import { sendDownload } from "./download";

/** Sends a comparison's result as pages to print; made anew each time, always the same. */
export async function sendComparisonPdf(
  request: Request,
  opened: OpenCase,
  comparisonId: string,
): Promise<Response> {
  const done = await findFinishedComparison(opened, comparisonId, now());
  if (!done) return nothingHere();
  const pages = writeAnnexPdf({
    result: done.result,
    fileNames: done.names,
    comparedAt: done.finishedAt,
    resultSha256: done.file.sha256,
    zone: opened.details.zone,
    paper: paperOf(opened.details.country),
    language: jurisdictionOf(opened.details.country).language,
  });
  const bytes = await buffer(pages);
  const file = { name: "comparison.pdf", mediaType: "application/pdf", sizeBytes: bytes.length };
  return sendDownload(request, { ...file, open: () => Readable.from([bytes], { objectMode: false }) });
}
