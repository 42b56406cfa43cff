import { currentCase, nothingHere } from "@/app/_request/current-case";
import { sendDownload } from "@/app/_request/download";
import { readEvidence } from "@/lib/evidence/commands";
import { findEvidence } from "@/lib/evidence/queries";

type Props = { params: Promise<{ caseId: string; fileId: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { caseId, fileId } = await params;
  const opened = await currentCase(caseId);
  const file = opened && (await findEvidence(opened, fileId));
  return file ? sendDownload(request, { ...file, open: () => readEvidence(opened, file) }) : nothingHere();
}
