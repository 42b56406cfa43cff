import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { db, type Transaction } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { digestOf } from "@/lib/platform/digest";
import { type IncidentId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { sealJson } from "@/lib/platform/sealed";
import type { IncidentContent } from "./incident";
import { type SealedVersion, versionContext } from "./sealed-version";

type NewIncident = { content: IncidentContent; formKey: string };

/** Logs a call. The same form sent twice gives the id of the first: one call, one entry. */
export async function logIncident(
  opened: OwnedCase,
  { content, formKey }: NewIncident,
  now: Date,
): Promise<IncidentId> {
  const id = newId<IncidentId>();
  try {
    await db().$transaction(async (tx) => {
      await tx.incident.create({
        data: { id, caseId: opened.id, formKey, startedAt: new Date(content.time.utc), writtenAt: now },
      });
      await writeVersion(tx, opened, { id, version: 1, reason: "", content }, now);
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await db().incident.findUniqueOrThrow({
      where: { caseId_formKey: { caseId: opened.id, formKey } },
    });
    return first.id as IncidentId;
  }
  return id;
}

type Amendment = {
  id: IncidentId;
  /** Number of the version that the person saw when she began to write. */
  seenVersion: number;
  reason: string;
  content: IncidentContent;
};

/**
 * Adds a version to an entry; the earlier ones stay as they are. Gives the new version's number.
 * `NOT_FOUND`: no such entry in this case. `CHANGED_MEANWHILE`: another tab amended it since it was read.
 */
export async function amendIncident(
  opened: OwnedCase,
  { id, seenVersion, reason, content }: Amendment,
  now: Date,
): Promise<Result<number, "NOT_FOUND" | "CHANGED_MEANWHILE">> {
  return db().$transaction(async (tx) => {
    const where = { id, caseId: opened.id };
    const version = seenVersion + 1;
    const data = { version, startedAt: new Date(content.time.utc) };
    const moved = await tx.incident.updateMany({ where: { ...where, version: seenVersion }, data });
    if (moved.count === 0)
      return (await tx.incident.findFirst({ where })) ? fault("CHANGED_MEANWHILE") : fault("NOT_FOUND");
    await writeVersion(tx, opened, { id, version, reason, content }, now);
    return ok(version);
  });
}

async function writeVersion(
  tx: Transaction,
  opened: OwnedCase,
  { id, version, reason, content }: SealedVersion & { id: IncidentId; version: number },
  now: Date,
): Promise<void> {
  const written: SealedVersion = { reason, content };
  await tx.incidentVersion.create({
    data: {
      incidentId: id,
      version,
      writtenAt: now,
      sealed: sealJson(opened.key, written, versionContext(id, version)),
    },
  });
  const action = version === 1 ? "incident.logged" : "incident.amended";
  const event = {
    action,
    actor: { kind: "owner" },
    subject: id,
    version,
    sha256: digestOf(written),
  } as const;
  await recordEvent(tx, opened, event, now);
}
