import { nothingHere } from "@/app/_request/current-case";
import { orUnavailable } from "@/app/_request/current-owner";
import { sendDownload } from "@/app/_request/download";
import { currentSharedCase } from "@/app/_request/shared-case";
import { readEvidence } from "@/lib/evidence/commands";
import { findEvidence } from "@/lib/evidence/queries";
import { now } from "@/lib/platform/clock";
import { recordReading } from "@/lib/sharing/commands";

type Props = { params: Promise<{ linkId: string; fileId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { linkId, fileId } = await params;
  const shared = await orUnavailable(() => currentSharedCase(linkId));
  const file = shared && (await findEvidence(shared.case, fileId));
  if (!file) return nothingHere();
  // A player asks for one file in many parts; only the first is a new hearing.
  if (!/^bytes=[1-9]/.test(request.headers.get("range") ?? ""))
    await recordReading(shared, "link.heard", file.id, now());
  return sendDownload(request, { ...file, open: () => readEvidence(shared.case, file) });
}
