import { db } from "@/lib/platform/db";
import type { CaseId } from "@/lib/platform/ids";
import type { Owner } from "../owner";

/**
 * Deletes the account with all its cases and gives their ids, so that their files can go too. The wrapped keys go with
 * the rows: what an old backup still holds opens with the old password only.
 */
export async function deleteAccount(owner: Owner): Promise<CaseId[]> {
  return db().$transaction(async (tx) => {
    const cases = await tx.case.findMany({ where: { ownerId: owner.id }, select: { id: true } });
    await tx.account.delete({ where: { id: owner.id } });
    return cases.map((row) => row.id as CaseId);
  });
}
