import type { Transaction } from "@/lib/platform/db";
import { type CaseId, newId } from "@/lib/platform/ids";
import { type Key, openJson, sealJson } from "@/lib/platform/sealed";
import type { Prisma } from "@/prisma/generated/client";
import { type ChainHead, chainEvent } from "./chain";
import type { AuditEvent, ChainedEvent } from "./event";

/** The case whose chain grows: its id, and the key that opens it. */
export type AuditSubject = { readonly id: CaseId; readonly key: Key };

export function auditContext(caseId: CaseId, sequence: number): string {
  return `audit-event:${caseId}:${sequence}`;
}

/**
 * Adds an event to the case's chain inside the transaction that makes the change, and gives the new head.
 * The case row is locked first, so that two writers cannot continue the same head.
 */
export async function recordEvent(
  tx: Transaction,
  subject: AuditSubject,
  event: AuditEvent,
  at: Date,
): Promise<ChainHead> {
  await lockCase(tx, subject.id);
  const link = chainEvent(await readHead(tx, subject), event, at);
  const sealed = sealJson(subject.key, link, auditContext(subject.id, link.sequence));
  await tx.auditEvent.create({
    data: { id: newId(), caseId: subject.id, sequence: link.sequence, at, sealed },
  });
  return { sequence: link.sequence, hash: link.hash };
}

// NO KEY UPDATE: a plain FOR UPDATE would deadlock with the key-share lock that inserting a child row takes.
async function lockCase(tx: Transaction, caseId: CaseId): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`;
}

/** The newest link of the chain, or nothing for a case without events. */
export async function readHead(
  client: Pick<Prisma.TransactionClient, "auditEvent">,
  subject: AuditSubject,
): Promise<ChainHead | undefined> {
  const row = await client.auditEvent.findFirst({
    where: { caseId: subject.id },
    orderBy: { sequence: "desc" },
  });
  if (!row) return undefined;
  const link = openJson<ChainedEvent>(subject.key, row.sealed, auditContext(subject.id, row.sequence));
  return { sequence: link.sequence, hash: link.hash };
}
