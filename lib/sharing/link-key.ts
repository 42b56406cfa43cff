import { deriveKey, type Key } from "@/lib/platform/sealed";
import { slowHash } from "@/lib/platform/slow-hash";

/** The key that wraps a case key for a link: it needs the link's secret and the passcode, neither of which is kept. */
export async function linkKey(given: { secret: string; passcode: string }, salt: Uint8Array): Promise<Key> {
  const slow = await slowHash(given.passcode, salt);
  return deriveKey(new TextEncoder().encode(given.secret), "case link", slow);
}
