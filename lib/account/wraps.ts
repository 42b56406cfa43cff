import type { AccountId } from "@/lib/platform/ids";
import { type Key, open, type Sealed, seal } from "@/lib/platform/sealed";

type Wrap = "password" | "recovery";

/** The account key, sealed under a key from the password or the recovery key. */
export function wrapAccountKey(wrap: Wrap, wrapKey: Key, accountKey: Key, accountId: AccountId): Sealed {
  return seal(wrapKey, accountKey, contextOf(wrap, accountId));
}

/** The account key again. Throws when the row was changed: its tag matched, so the key does. */
export function unwrapAccountKey(wrap: Wrap, wrapKey: Key, wrapped: Uint8Array, accountId: AccountId): Key {
  const opened = open(wrapKey, wrapped, contextOf(wrap, accountId));
  if (!opened.ok) throw new Error(`The ${wrap} wrap of an account does not open: its row was changed`);
  return opened.value;
}

function contextOf(wrap: Wrap, accountId: AccountId): string {
  return `account-key:${wrap}:${accountId}`;
}
