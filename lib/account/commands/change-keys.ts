import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import type { AccountId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { type Key, open, seal } from "@/lib/platform/sealed";
import { serverKey } from "@/lib/platform/server-key";
import type { Owner } from "../owner";
import { newRecoveryKey, recoveryKeys } from "../recovery-key";
import { signInKeys } from "../sign-in-keys";
import { unwrapAccountKey, wrapAccountKey } from "../wraps";
import { ensureServerIsReady } from "./prepare-server";
import { countTry } from "./throttle";

/** Whether this is the person's password now; asked again before what cannot be undone. */
export async function isOwnPassword(
  owner: Owner,
  password: string,
  now: Date,
): Promise<Result<true, "PASSWORD_WRONG" | "TOO_MANY_TRIES">> {
  const account = await db().account.findUniqueOrThrow({ where: { id: owner.id } });
  const name = openText(owner.key, account.sealedName, `account-name:${owner.id}`);
  if (await countTry("re-enter", { name: owner.id }, now)) return fault("TOO_MANY_TRIES");
  const keys = await signInKeys(serverKey(), name, password);
  return Buffer.from(keys.tag).equals(account.signInTag) ? ok(true) : fault("PASSWORD_WRONG");
}

/** Sets a new password and ends every other session. The account key itself, and so every case, stays as it is. */
export async function changePassword(
  owner: Owner,
  given: { currentPassword: string; password: string },
  now: Date,
): Promise<Result<true, "PASSWORD_WRONG" | "TOO_MANY_TRIES" | "PASSWORD_TAKEN">> {
  const current = await isOwnPassword(owner, given.currentPassword, now);
  if (!current.ok) return current;
  return setPassword(owner, given.password, { keepSession: owner.sessionId });
}

/** Opens an account with its recovery key and sets a new password; every session ends. */
export async function recoverAccount(
  given: { recoveryKey: string; password: string; address?: string },
  now: Date,
): Promise<
  Result<{ id: AccountId; key: Key; name: string }, "RECOVERY_FAILED" | "TOO_MANY_TRIES" | "PASSWORD_TAKEN">
> {
  await ensureServerIsReady();
  if (await countTry("recover", { address: given.address }, now)) return fault("TOO_MANY_TRIES");
  const keys = recoveryKeys(given.recoveryKey);
  const account = keys && (await db().account.findUnique({ where: { recoveryTag: keys.tag } }));
  if (!keys || !account) return fault("RECOVERY_FAILED");
  const id = account.id as AccountId;
  const key = unwrapAccountKey("recovery", keys.wrapKey, account.recoveryWrap, id);
  const changed = await setPassword({ id, key }, given.password, {});
  if (!changed.ok) return changed;
  return ok({ id, key, name: openText(key, account.sealedName, `account-name:${id}`) });
}

/** Forgets the kept copy of the recovery key, once the person has typed it back. */
export async function confirmRecoveryKey(
  owner: Owner,
  typed: string,
): Promise<Result<true, "RECOVERY_KEY_DIFFERS">> {
  const account = await db().account.findUniqueOrThrow({ where: { id: owner.id } });
  const keys = recoveryKeys(typed);
  if (!keys || !Buffer.from(keys.tag).equals(account.recoveryTag)) return fault("RECOVERY_KEY_DIFFERS");
  await db().account.update({ where: { id: owner.id }, data: { recoveryPending: null } });
  return ok(true);
}

/** Replaces the recovery key; the old one opens nothing from now on. The new one waits to be typed back. */
export async function renewRecoveryKey(owner: Owner): Promise<void> {
  const recoveryKey = newRecoveryKey();
  const keys = recoveryKeys(recoveryKey);
  if (!keys) throw new Error("A new recovery key does not read back");
  await db().account.update({
    where: { id: owner.id },
    data: {
      recoveryTag: keys.tag,
      recoveryWrap: wrapAccountKey("recovery", keys.wrapKey, owner.key, owner.id),
      recoveryPending: seal(owner.key, new TextEncoder().encode(recoveryKey), `recovery-key:${owner.id}`),
    },
  });
}

async function setPassword(
  account: { id: AccountId; key: Key },
  password: string,
  { keepSession }: { keepSession?: string },
): Promise<Result<true, "PASSWORD_TAKEN">> {
  const row = await db().account.findUniqueOrThrow({ where: { id: account.id } });
  const name = openText(account.key, row.sealedName, `account-name:${account.id}`);
  const keys = await signInKeys(serverKey(), name, password);
  const passwordWrap = wrapAccountKey("password", keys.wrapKey, account.key, account.id);
  try {
    await db().$transaction([
      db().account.update({ where: { id: account.id }, data: { signInTag: keys.tag, passwordWrap } }),
      db().session.deleteMany({
        where: { accountId: account.id, ...(keepSession ? { id: { not: keepSession } } : {}) },
      }),
    ]);
  } catch (error) {
    if (isDuplicate(error)) return fault("PASSWORD_TAKEN");
    throw error;
  }
  return ok(true);
}

function openText(key: Key, sealed: Uint8Array, context: string): string {
  const opened = open(key, sealed, context);
  if (!opened.ok) throw new Error("A sealed account row does not open: it was changed");
  return new TextDecoder().decode(opened.value);
}
