import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { type AccountId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { newKey, seal } from "@/lib/platform/sealed";
import { serverKey } from "@/lib/platform/server-key";
import { newRecoveryKey, recoveryKeys } from "../recovery-key";
import { signInKeys } from "../sign-in-keys";
import { wrapAccountKey } from "../wraps";
import { ensureServerIsReady } from "./prepare-server";

type NewAccount = { name: string; password: string };

/**
 * Makes an account and gives its id. The recovery key waits, sealed, until it was typed back.
 * `ACCOUNT_EXISTS`: this very name and password open an account already, so its owner asked.
 */
export async function createAccount(
  { name, password }: NewAccount,
  now: Date,
): Promise<Result<AccountId, "ACCOUNT_EXISTS">> {
  await ensureServerIsReady();
  const id = newId<AccountId>();
  const accountKey = newKey();
  const recoveryKey = newRecoveryKey();
  const signIn = await signInKeys(serverKey(), name, password);
  const recovery = recoveryKeys(recoveryKey);
  if (!recovery) throw new Error("A new recovery key does not read back");
  try {
    await db().account.create({
      data: {
        id,
        signInTag: signIn.tag,
        passwordWrap: wrapAccountKey("password", signIn.wrapKey, accountKey, id),
        recoveryTag: recovery.tag,
        recoveryWrap: wrapAccountKey("recovery", recovery.wrapKey, accountKey, id),
        sealedName: seal(accountKey, new TextEncoder().encode(name.trim()), `account-name:${id}`),
        recoveryPending: seal(accountKey, new TextEncoder().encode(recoveryKey), `recovery-key:${id}`),
        createdAt: now,
      },
    });
  } catch (error) {
    if (isDuplicate(error)) return fault("ACCOUNT_EXISTS");
    throw error;
  }
  return ok(id);
}
