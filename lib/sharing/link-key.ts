import { hashRaw } from "@node-rs/argon2";
import { deriveKey, type Key } from "@/lib/platform/sealed";

// RFC 9106 section 4, second recommended option, as for passwords (2 is Argon2id).
const COST = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 };

/** The key that wraps a case key for a link: it needs the link's secret and the passcode, neither of which is kept. */
export async function linkKey(given: { secret: string; passcode: string }, salt: Uint8Array): Promise<Key> {
  const slow = await hashRaw(given.passcode, { ...COST, salt });
  return deriveKey(new TextEncoder().encode(given.secret), "case link", new Uint8Array(slow));
}
