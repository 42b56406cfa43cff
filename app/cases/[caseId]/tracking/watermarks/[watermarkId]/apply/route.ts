import { Readable } from "node:stream";
import { currentCase, nothingHere } from "@/app/_request/current-case";
import { isOwnPost } from "@/app/_request/upload";
import { recordApplied } from "@/lib/call-tracking/commands/keep-watermark";
import { markCapture } from "@/lib/call-tracking/mark-capture";
import { findCapture, findWatermark } from "@/lib/call-tracking/queries";
import { applySchema } from "@/lib/call-tracking/schema";
import type { OwnedCase } from "@/lib/cases/case";
import { readEvidence } from "@/lib/evidence/commands";
import { findEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";

type Props = { params: Promise<{ caseId: string; watermarkId: string }> };

/** Gives a copy of a capture with the watermark in one of its flows. For a route, because it may be large. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  if (!isOwnPost(request)) return new Response(null, { status: 403 });
  const { caseId, watermarkId } = await params;
  const opened = await currentCase(caseId);
  const kept = opened && (await findWatermark(opened, watermarkId));
  if (!kept) return nothingHere();
  const page = `/cases/${opened.id}/tracking/watermarks/${kept.id}`;
  const form = applySchema.safeParse(Object.fromEntries(await fieldsOf(request)));
  if (!form.success) return seeOther(`${page}?fault=${form.error.issues[0]?.message}`);
  const { captureId, flow } = form.data;
  const capture = await captureOf(opened, captureId);
  if (!capture) return nothingHere();
  const marked = await markCapture({ capture, flow, watermark: kept.watermark });
  if (!marked.ok) return seeOther(`${page}?capture=${captureId}&fault=${marked.code}`);
  await recordApplied(opened, kept.id, now());
  return new Response(Readable.toWeb(Readable.from(marked.value)) as ReadableStream, {
    headers: {
      "Content-Type": "application/vnd.tcpdump.pcap",
      "Content-Disposition": 'attachment; filename="marked.pcap"',
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

async function fieldsOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}

async function captureOf(opened: OwnedCase, captureId: string) {
  const capture = await findCapture(opened, captureId, now());
  const file = capture && (await findEvidence(opened, capture.fileId));
  return file && { sha256: file.sha256, read: () => readEvidence(opened, file) };
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
