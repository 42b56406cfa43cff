import { db } from "@/lib/platform/db";
import { ensureServerKey } from "@/lib/platform/server-key";

let isReady = false;

/** Makes or checks the server key once a process; see `ensureServerKey`. */
export async function ensureServerIsReady(): Promise<void> {
  if (isReady) return;
  ensureServerKey({ hasAccounts: (await db().account.findFirst({ select: { id: true } })) !== null });
  isReady = true;
}
