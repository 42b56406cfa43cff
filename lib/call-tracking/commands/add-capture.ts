import type { OwnedCase } from "@/lib/cases/case";
import { findEvidence } from "@/lib/evidence/queries";
import { NEVER_SEEN } from "@/lib/evidence/reading";
import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { type CaptureId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";

/**
 * Takes an evidence file of the case to have its flows listed; a file is one capture, however often it is asked for.
 * `NOT_FOUND`: no such file in this case. `NOT_A_CAPTURE`: a file of another kind. Nothing is read yet.
 */
export async function addCapture(
  opened: OwnedCase,
  fileId: string,
  now: Date,
): Promise<Result<CaptureId, "NOT_FOUND" | "NOT_A_CAPTURE">> {
  const file = await findEvidence(opened, fileId);
  if (!file) return fault("NOT_FOUND");
  if (file.kind !== "capture") return fault("NOT_A_CAPTURE");
  const data = { id: newId<CaptureId>(), caseId: opened.id, fileId, createdAt: now, seenAt: NEVER_SEEN };
  try {
    await db().capture.create({ data });
    return ok(data.id);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await db().capture.findUniqueOrThrow({ where: { fileId } });
    return ok(first.id as CaptureId);
  }
}
