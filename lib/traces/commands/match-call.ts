import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { db, type Transaction } from "@/lib/platform/db";
import type { TraceId } from "@/lib/platform/ids";

/** A call of a trace and a logged call, both of this case. */
export type Match = { traceId: TraceId; call: number; incidentId: string };

/** Keeps the person's word that a call of a trace is a call she logged. False: one of the two is not of this case. */
export async function matchCall(opened: OwnedCase, match: Match, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await areOfCase(tx, opened, match))) return false;
    const { count } = await tx.traceMatch.createMany({
      data: { ...match, confirmedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return true;
    const event = { action: "trace.matched", actor: { kind: "owner" }, subject: match.incidentId } as const;
    await recordEvent(tx, opened, event, now);
    return true;
  });
}

/** Takes that word back. */
export async function unmatchCall(opened: OwnedCase, match: Match, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await areOfCase(tx, opened, match))) return false;
    const { count } = await tx.traceMatch.deleteMany({ where: match });
    if (count === 0) return true;
    const event = { action: "trace.unmatched", actor: { kind: "owner" }, subject: match.incidentId } as const;
    await recordEvent(tx, opened, event, now);
    return true;
  });
}

async function areOfCase(tx: Transaction, opened: OwnedCase, { traceId, call, incidentId }: Match) {
  const caseId = opened.id;
  const trace = await tx.trace.findFirst({ where: { id: traceId, caseId, calls: { gte: call } } });
  const incidents = await tx.incident.count({ where: { id: incidentId, caseId } });
  return trace !== null && incidents === 1;
}
