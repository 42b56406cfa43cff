import "server-only";
import type { OwnedCase } from "@/lib/cases/case";
import { openCase } from "@/lib/cases/queries";
import { addEvidence, type EvidenceFault } from "@/lib/evidence/commands";
import { now } from "@/lib/platform/clock";
import { isDatabaseAway } from "@/lib/platform/db-faults";
import { env } from "@/lib/platform/env";
import { type EvidenceFileId, type IncidentId, isId } from "@/lib/platform/ids";
import { fault, type Result } from "@/lib/platform/result";
import { nothingHere } from "./current-case";
import { currentOwner } from "./current-owner";
import { forgetHeldForm, holdTypedForm } from "./held-form";
import { isOwnPost, readUpload, type Upload } from "./upload";

/** What became of an upload; `page` is where its form stands, and where the note waits when the file was not taken. */
type Sent = {
  page: string;
  note: string;
  /** Where to go once the file is taken. */
  next: string;
  added: Result<string, EvidenceFault | "MISSING" | "SIGNED_OUT" | "AWAY">;
};

type Room = {
  /** Where the form stands, by what was posted with it. */
  pageOf: (fields: Record<string, string>) => string;
  /** What is done with a file once it is evidence; gives where to go. */
  added: (opened: OwnedCase, file: Taken) => Promise<string> | string;
};

type Taken = { fileId: EvidenceFileId; page: string; fields: Record<string, string> };

/** Takes one evidence file. For routes, because a server action would hold the whole file in memory. */
export async function receiveEvidence(request: Request, caseId: string, room: Room): Promise<Response> {
  if (!isOwnPost(request)) return new Response(null, { status: 403 });
  if (!isId(caseId)) return nothingHere();
  const page = room.pageOf({});
  const sent: Sent = { page, next: page, note: "", added: fault("MISSING") };
  const door = await openDoor(caseId);
  if (door === "NOT_FOUND") return nothingHere();
  await readUpload(request, async (upload) => {
    sent.page = room.pageOf(upload.fields);
    sent.note = (upload.fields.note ?? "").slice(0, 2_000);
    if (typeof door === "string") sent.added = fault(door);
    else await orAway(sent, () => take(door, upload, sent, room));
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

async function take(opened: OwnedCase, upload: Upload, sent: Sent, room: Room): Promise<void> {
  const { fields, name, declaredType, source } = upload;
  if (name === "") return;
  const incidentId = isId(fields.incidentId) ? (fields.incidentId as IncidentId) : undefined;
  const maxBytes = env().NIGHTJAR_MAX_FILE_MB * 1_000_000;
  const given = { incidentId, name, declaredType, note: sent.note, source, maxBytes };
  const added = await addEvidence(opened, given, now());
  if (added.ok) sent.next = await room.added(opened, { fileId: added.value, page: sent.page, fields });
  sent.added = added;
}

async function orAway(sent: Sent, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    sent.added = fault("AWAY");
  }
}

/** Back to the page of the form; a file that was not taken leaves its note there. */
async function answer({ page, next, note, added }: Sent): Promise<Response> {
  if (added.ok) {
    await forgetHeldForm(page);
    return seeOther(next);
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
