import type { AccountId, CaseId } from "@/lib/platform/ids";
import type { Key } from "@/lib/platform/sealed";
import type { CaseDetails } from "./schema";

/**
 * A case that somebody may read: the proof is its key. Made only by `lib/cases/queries.ts` for the owner and by
 * `lib/sharing/queries.ts` for the holder of a case link, so a query without permission does not compile.
 */
export type OpenCase = {
  readonly id: CaseId;
  readonly key: Key;
  readonly details: CaseDetails;
  readonly isExample: boolean;
  readonly createdAt: Date;
  readonly access: "owner" | "reader";
};

/** A case opened by its owner: the only kind that commands change. */
export type OwnedCase = OpenCase & { readonly access: "owner"; readonly ownerId: AccountId };
