import { nothingHere } from "@/app/_request/current-case";
import { currentOwner } from "@/app/_request/current-owner";
import { forgetHeldForm, holdTypedForm } from "@/app/_request/held-form";
import { isOwnPost, readUpload, type Upload } from "@/app/_request/upload";
import type { OwnedCase } from "@/lib/cases/case";
import { openCase } from "@/lib/cases/queries";
import { addEvidence, type EvidenceFault } from "@/lib/evidence/commands";
import { now } from "@/lib/platform/clock";
import { isDatabaseAway } from "@/lib/platform/db-faults";
import { env } from "@/lib/platform/env";
import { type IncidentId, isId } from "@/lib/platform/ids";
import { fault, type Result } from "@/lib/platform/result";

type Props = { params: Promise<{ caseId: string }> };

/** What became of an upload; `page` is where its form stands, and where the note waits when the file was not taken. */
type Sent = {
  page: string;
  note: string;
  added: Result<string, EvidenceFault | "MISSING" | "SIGNED_OUT" | "AWAY">;
};

/** Takes one evidence file. A route of its own, because a server action would hold the whole file in memory. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { caseId } = await params;
  if (!isOwnPost(request)) return new Response(null, { status: 403 });
  if (!isId(caseId)) return nothingHere();
  const sent: Sent = { page: `/cases/${caseId}/evidence`, note: "", added: fault("MISSING") };
  const door = await openDoor(caseId);
  if (door === "NOT_FOUND") return nothingHere();
  await readUpload(request, async (upload) => {
    const { incidentId, note = "" } = upload.fields;
    if (isId(incidentId)) sent.page = `/cases/${caseId}/incidents/${incidentId}`;
    sent.note = note.slice(0, 2_000);
    sent.added = typeof door === "string" ? fault(door) : await add(door, upload, sent.note);
  });
  return answer(sent);
}

async function openDoor(caseId: string): Promise<OwnedCase | "SIGNED_OUT" | "NOT_FOUND" | "AWAY"> {
  try {
    const owner = await currentOwner();
    return owner ? ((await openCase(owner, caseId)) ?? "NOT_FOUND") : "SIGNED_OUT";
  } catch (error) {
    if (isDatabaseAway(error)) return "AWAY";
    throw error;
  }
}

async function add(opened: OwnedCase, upload: Upload, note: string): Promise<Sent["added"]> {
  const { fields, name, declaredType, source } = upload;
  if (name === "") return fault("MISSING");
  const incidentId = isId(fields.incidentId) ? (fields.incidentId as IncidentId) : undefined;
  const maxBytes = env().NIGHTJAR_MAX_FILE_MB * 1_000_000;
  try {
    return await addEvidence(opened, { incidentId, name, declaredType, note, source, maxBytes }, now());
  } catch (error) {
    if (isDatabaseAway(error)) return fault("AWAY");
    throw error;
  }
}

/** Back to the page of the form; a file that was not taken leaves its note there. */
async function answer({ page, note, added }: Sent): Promise<Response> {
  if (added.ok) {
    await forgetHeldForm(page);
    return seeOther(`${page}?done=file`);
  }
  if (added.code === "NOT_FOUND") return nothingHere();
  await holdTypedForm(page, { note });
  if (added.code === "SIGNED_OUT") return seeOther(`/sign-in?next=${encodeURIComponent(page)}&held=1`);
  if (added.code === "AWAY") return seeOther("/unavailable");
  return seeOther(`${page}?fault=${added.code}#file`);
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
