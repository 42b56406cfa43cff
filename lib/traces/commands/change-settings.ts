import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import type { TraceId } from "@/lib/platform/ids";
import { sealJson } from "@/lib/platform/sealed";
import { settingsContext, type TraceSettings } from "../settings";

/** Keeps a new version of what the person says of a trace; earlier ones stay. The trace is of this case. */
export async function changeTraceSettings(
  opened: OwnedCase,
  { traceId, settings }: { traceId: TraceId; settings: TraceSettings },
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    // Locked first, so that two changes at once get two numbers.
    await tx.$queryRaw`SELECT 1 FROM "Trace" WHERE "id" = ${traceId}::uuid FOR NO KEY UPDATE`;
    const version = (await tx.traceSettings.count({ where: { traceId } })) + 1;
    const event = {
      action: "trace.settings-changed",
      actor: { kind: "owner" },
      subject: traceId,
      version,
      sha256: digestOf(settings),
    } as const;
    await recordEvent(tx, opened, event, now);
    const sealed = sealJson(opened.key, settings, settingsContext(traceId, version));
    await tx.traceSettings.create({ data: { traceId, version, writtenAt: now, sealed } });
  });
}
