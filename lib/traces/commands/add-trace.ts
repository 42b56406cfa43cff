import type { OwnedCase } from "@/lib/cases/case";
import { findEvidence } from "@/lib/evidence/queries";
import { NEVER_SEEN } from "@/lib/evidence/reading";
import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { newId, type TraceId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";

/**
 * Takes an evidence file of the case to be read as a trace; a file has one trace, however often it is asked for.
 * `NOT_FOUND`: no such file in this case. `NOT_A_TRACE`: neither a capture nor a text. Nothing is read yet.
 */
export async function addTrace(
  opened: OwnedCase,
  fileId: string,
  now: Date,
): Promise<Result<TraceId, "NOT_FOUND" | "NOT_A_TRACE">> {
  const file = await findEvidence(opened, fileId);
  if (!file) return fault("NOT_FOUND");
  if (file.kind !== "capture" && file.kind !== "text") return fault("NOT_A_TRACE");
  const data = { id: newId<TraceId>(), caseId: opened.id, fileId, createdAt: now, seenAt: NEVER_SEEN };
  try {
    await db().trace.create({ data });
    return ok(data.id);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await db().trace.findUniqueOrThrow({ where: { fileId } });
    return ok(first.id as TraceId);
  }
}
