import type { AccountId } from "@/lib/platform/ids";
import type { Key } from "@/lib/platform/sealed";

/**
 * A signed-in person: the id that queries ask for, and the account key that opens their cases.
 * Minted only in `queries.ts` and `commands.ts` of this folder, from a session or a password.
 */
export type Owner = {
  readonly id: AccountId;
  readonly key: Key;
  readonly sessionId: string;
  /** False until the recovery key was typed back: then every page but that one waits. */
  readonly hasSavedRecoveryKey: boolean;
};
