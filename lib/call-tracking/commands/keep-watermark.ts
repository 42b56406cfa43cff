import { randomBytes } from "node:crypto";
import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { newId, type WatermarkId } from "@/lib/platform/ids";
import { sealJson } from "@/lib/platform/sealed";
import { formatWatermark, watermarkContext } from "../kept-watermark";
import { newWatermark, WATERMARK_RANDOM_BYTES } from "../watermark/new-watermark";
import type { WatermarkParameters } from "../watermark/watermark";
import { watermarkFingerprint } from "../watermark/watermark-fingerprint";

/** Draws a watermark with these parameters and keeps it. The same form sent twice keeps one. */
export async function keepWatermark(
  opened: OwnedCase,
  { parameters, formKey }: { parameters: WatermarkParameters; formKey: string },
  now: Date,
): Promise<WatermarkId> {
  const id = newId<WatermarkId>();
  const watermark = newWatermark(parameters, randomBytes(WATERMARK_RANDOM_BYTES));
  const sealed = sealJson(opened.key, formatWatermark(watermark), watermarkContext(id));
  const sha256 = watermarkFingerprint(watermark);
  const event = { action: "watermark.planned", actor: { kind: "owner" }, subject: id, sha256 } as const;
  try {
    await db().$transaction(async (tx) => {
      await tx.watermark.create({ data: { id, caseId: opened.id, createdAt: now, formKey, sealed } });
      await recordEvent(tx, opened, event, now);
    });
    return id;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const where = { caseId_formKey: { caseId: opened.id, formKey } };
    return (await db().watermark.findUniqueOrThrow({ where })).id as WatermarkId;
  }
}

/** Notes that somebody took away a capture file with the watermark applied. */
export async function recordApplied(opened: OwnedCase, watermarkId: WatermarkId, now: Date): Promise<void> {
  const event = { action: "watermark.applied", actor: { kind: "owner" }, subject: watermarkId } as const;
  await db().$transaction((tx) => recordEvent(tx, opened, event, now));
}
