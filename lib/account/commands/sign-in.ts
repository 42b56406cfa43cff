import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db";
import { type AccountId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { type Key, seal, sha256 } from "@/lib/platform/sealed";
import { serverKey } from "@/lib/platform/server-key";
import { SESSION_MOST_MS, type SessionSecrets } from "../session";
import { signInKeys } from "../sign-in-keys";
import { unwrapAccountKey } from "../wraps";
import { ensureServerIsReady } from "./prepare-server";
import { countTry, forgetTries, sweepTries, type Trier } from "./throttle";

/** `agent` is the browser family as the list of sessions shows it. */
export type SignIn = { name: string; password: string; address?: string; agent: string };

/** Signs in. An unknown name and a wrong password are one case: the derived tag finds nothing. */
export async function signIn(
  given: SignIn,
  now: Date,
): Promise<Result<SessionSecrets, "SIGN_IN_FAILED" | "TOO_MANY_TRIES">> {
  await ensureServerIsReady();
  const trier: Trier = { name: given.name, address: given.address };
  if (await countTry("sign-in", trier, now)) return fault("TOO_MANY_TRIES");
  const keys = await signInKeys(serverKey(), given.name, given.password);
  const account = await db().account.findUnique({ where: { signInTag: keys.tag } });
  if (!account) return fault("SIGN_IN_FAILED");
  const id = account.id as AccountId;
  const accountKey = unwrapAccountKey("password", keys.wrapKey, account.passwordWrap, id);
  await forgetTries("sign-in", trier);
  await sweepTries(now);
  return ok(await startSession({ id, key: accountKey }, given.agent, now));
}

/** Starts a session: the account key is sealed under a key that only the browser will hold. */
export async function startSession(
  account: { id: AccountId; key: Key },
  agent: string,
  now: Date,
): Promise<SessionSecrets> {
  const secrets = { token: new Uint8Array(randomBytes(32)), key: new Uint8Array(randomBytes(32)) };
  const id = newId();
  await db().session.deleteMany({ where: { accountId: account.id, expiresAt: { lt: now } } });
  await db().session.create({
    data: {
      id,
      accountId: account.id,
      tokenHash: sha256(secrets.token),
      sealedKey: seal(secrets.key, account.key, `session-key:${id}`),
      sealedAgent: seal(account.key, new TextEncoder().encode(agent), `session-agent:${id}`),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MOST_MS),
    },
  });
  return secrets;
}
