// One slow hash of name and password together gives both the tag that finds the account and the key that unwraps it. So
// an unknown name and a wrong password are the same event, and the database holds nothing a name could be tried against.
import { deriveKey, type Key, keyedTag } from "@/lib/platform/sealed";
import { slowHash } from "@/lib/platform/slow-hash";

export type SignInKeys = { tag: Uint8Array<ArrayBuffer>; wrapKey: Key };

/** Derives the sign-in tag and the wrapping key from a name and a password as typed. */
export async function signInKeys(serverKey: Key, name: string, password: string): Promise<SignInKeys> {
  const salt = keyedTag(serverKey, `sign-in salt\n${normalName(name)}`);
  const root = await slowHash(password.normalize("NFC"), salt);
  return { tag: deriveKey(root, "sign-in tag"), wrapKey: deriveKey(root, "password wrap") };
}

/** One name however it is typed: case, width and outer spaces do not matter. */
export function normalName(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
