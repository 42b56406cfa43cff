import type { OwnedCase } from "@/lib/cases/case";
import { NEVER_SEEN } from "@/lib/evidence/reading";
import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { type ComparisonId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { sealJson } from "@/lib/platform/sealed";
import { type ComparisonRequest, requestContext } from "../comparison-request";
import { findCapture, findWatermark } from "../queries";

/**
 * Keeps what is to be compared; nothing is compared yet. The same form sent twice keeps one request. `NOT_FOUND`: a
 * capture or watermark is not of this case.
 */
export async function beginComparison(
  opened: OwnedCase,
  { request, formKey }: { request: ComparisonRequest; formKey: string },
  now: Date,
): Promise<Result<ComparisonId, "NOT_FOUND">> {
  if (!(await isOfCase(opened, request, now))) return fault("NOT_FOUND");
  const id = newId<ComparisonId>();
  const sealed = sealJson(opened.key, request, requestContext(id));
  try {
    await db().comparison.create({
      data: { id, caseId: opened.id, createdAt: now, formKey, seenAt: NEVER_SEEN, request: sealed },
    });
    return ok(id);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const where = { caseId_formKey: { caseId: opened.id, formKey } };
    return ok((await db().comparison.findUniqueOrThrow({ where })).id as ComparisonId);
  }
}

async function isOfCase(opened: OwnedCase, request: ComparisonRequest, now: Date): Promise<boolean> {
  const { first, second, watermarkId } = request;
  const captures = [second, ...(first ? [first] : [])];
  const found = await Promise.all(captures.map(({ captureId }) => findCapture(opened, captureId, now)));
  const watermark = watermarkId ? await findWatermark(opened, watermarkId) : "none asked for";
  return watermark !== undefined && found.every((capture) => capture?.state === "read");
}
