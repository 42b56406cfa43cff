import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/sealed";
import type { Owner } from "../owner";

/** Ends the session a token belongs to, whoever holds it: signing out needs no more proof than the cookie. */
export async function endSession(token: Uint8Array): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: sha256(token) } });
}

/** Ends one of the person's own sessions and tells whether there was one. */
export async function endOwnSession(owner: Owner, sessionId: string): Promise<boolean> {
  const ended = await db().session.deleteMany({ where: { id: sessionId, accountId: owner.id } });
  return ended.count > 0;
}

export async function endOtherSessions(owner: Owner): Promise<void> {
  await db().session.deleteMany({ where: { accountId: owner.id, id: { not: owner.sessionId } } });
}
