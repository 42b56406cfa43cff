import { db, type Transaction } from "@/lib/platform/db";
import { ok, type Result } from "@/lib/platform/result";
import { openJson } from "@/lib/platform/sealed";
import { CHAIN_START, type ChainFault, type ChainHead, verifyLink } from "./chain";
import { type AuditSubject, auditContext, readHead } from "./commands";
import type { ChainedEvent } from "./event";

const EVENTS_A_READ = 1_000;

/** The whole chain of a case, oldest first, read in pieces so that a long one does not fill the memory. */
export async function* readAuditLog(
  subject: AuditSubject,
  client: Transaction = db(),
): AsyncGenerator<ChainedEvent> {
  let after = 0;
  for (;;) {
    const rows = await client.auditEvent.findMany({
      where: { caseId: subject.id, sequence: { gt: after } },
      orderBy: { sequence: "asc" },
      take: EVENTS_A_READ,
    });
    for (const row of rows) {
      after = row.sequence;
      yield openJson<ChainedEvent>(subject.key, row.sealed, auditContext(subject.id, row.sequence));
    }
    if (rows.length < EVENTS_A_READ) return;
  }
}

/** The newest events of a case, newest first: `before` is the sequence number that the last page ended with. */
export async function readAuditPage(
  subject: AuditSubject,
  page: { before?: number; size: number },
): Promise<ChainedEvent[]> {
  const rows = await db().auditEvent.findMany({
    where: { caseId: subject.id, ...(page.before ? { sequence: { lt: page.before } } : {}) },
    orderBy: { sequence: "desc" },
    take: page.size,
  });
  return rows.map((row) =>
    openJson<ChainedEvent>(subject.key, row.sealed, auditContext(subject.id, row.sequence)),
  );
}

/** Head of the chain as it stands now. */
export async function readAuditHead(subject: AuditSubject, client: Transaction = db()): Promise<ChainHead> {
  const head = await readHead(client, subject);
  if (!head) throw new Error("A case without a single audit event: its rows were tampered with");
  return head;
}

/** Checks the whole chain link by link, and gives its head. */
export async function checkAuditLog(subject: AuditSubject): Promise<Result<ChainHead, ChainFault>> {
  let head: ChainHead | undefined;
  for await (const link of readAuditLog(subject)) {
    const step = verifyLink(head, link);
    if (!step.ok) return step;
    head = step.value;
  }
  return ok(head ?? { sequence: 0, hash: CHAIN_START });
}
