import { db } from "@/lib/platform/db";
import type { AccountId } from "@/lib/platform/ids";
import { open, sha256 } from "@/lib/platform/sealed";
import type { Owner } from "./owner";
import { SESSION_IDLE_MS, SESSION_TOUCH_MS, type SessionEntry, type SessionSecrets } from "./session";

/** The person behind a pair of session cookies, or nothing when the session ended, idled out or does not open. */
export async function readOwner(secrets: SessionSecrets, now: Date): Promise<Owner | undefined> {
  const session = await db().session.findUnique({
    where: { tokenHash: sha256(secrets.token) },
    include: { account: { select: { recoveryPending: true } } },
  });
  if (!session || session.expiresAt <= now) return undefined;
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > SESSION_IDLE_MS) return undefined;
  const key = open(secrets.key, session.sealedKey, `session-key:${session.id}`);
  if (!key.ok) return undefined;
  if (idleMs > SESSION_TOUCH_MS)
    await db().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  return {
    id: session.accountId as AccountId,
    key: key.value,
    sessionId: session.id,
    hasSavedRecoveryKey: session.account.recoveryPending === null,
  };
}

/** Name as typed at sign-up, and the recovery key while it waits to be typed back. */
export async function readAccount(owner: Owner): Promise<{ name: string; recoveryKey?: string }> {
  const row = await db().account.findUniqueOrThrow({ where: { id: owner.id } });
  return {
    name: text(owner, row.sealedName, `account-name:${owner.id}`),
    recoveryKey: row.recoveryPending
      ? text(owner, row.recoveryPending, `recovery-key:${owner.id}`)
      : undefined,
  };
}

/** The person's live sessions, newest first. */
export async function listSessions(owner: Owner, now: Date): Promise<SessionEntry[]> {
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
  const rows = await db().session.findMany({
    where: { accountId: owner.id, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    agent: text(owner, row.sealedAgent, `session-agent:${row.id}`),
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    isCurrent: row.id === owner.sessionId,
  }));
}

function text(owner: Owner, sealed: Uint8Array, context: string): string {
  const opened = open(owner.key, sealed, context);
  if (!opened.ok) throw new Error("A sealed account row does not open: it was changed");
  return new TextDecoder().decode(opened.value);
}
