import { currentCase, nothingHere } from "@/app/_request/current-case";
import { currentOwner } from "@/app/_request/current-owner";
import { isOwnPost, readUpload, type Upload } from "@/app/_request/upload";
import type { OwnedCase } from "@/lib/cases/case";
import { addEvidence, type EvidenceFault } from "@/lib/evidence/commands";
import { now } from "@/lib/platform/clock";
import { isDatabaseAway } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type IncidentId, isId } from "@/lib/platform/ids";
import type { Result } from "@/lib/platform/result";

type Props = { params: Promise<{ caseId: string }> };

/** Takes one evidence file. A route of its own, because a server action would hold the whole file in memory. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  if (!isOwnPost(request)) return new Response(null, { status: 403 });
  try {
    return await take(request, (await params).caseId);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return seeOther("/unavailable");
  }
}

async function take(request: Request, caseId: string): Promise<Response> {
  if (!(await currentOwner())) return seeOther("/sign-in?next=/cases");
  const opened = await currentCase(caseId);
  if (!opened) return nothingHere();
  let page = `/cases/${opened.id}/evidence`;
  const added = await readUpload(request, (upload) => {
    const { incidentId } = upload.fields;
    if (isId(incidentId)) page = `/cases/${opened.id}/incidents/${incidentId}`;
    return add(opened, upload);
  });
  if (added && !added.ok && added.code === "NOT_FOUND") return nothingHere();
  if (!added?.ok) return seeOther(`${page}?fault=${added?.code ?? "EMPTY"}#file`);
  return seeOther(`${page}?done=file`);
}

function add(opened: OwnedCase, upload: Upload): Promise<Result<string, EvidenceFault>> {
  const { fields, name, declaredType, source } = upload;
  const incidentId = isId(fields.incidentId) ? (fields.incidentId as IncidentId) : undefined;
  const maxBytes = env().NIGHTJAR_MAX_FILE_MB * 1_000_000;
  const note = (fields.note ?? "").slice(0, 2_000);
  return addEvidence(opened, { incidentId, name, declaredType, note, source, maxBytes }, now());
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
