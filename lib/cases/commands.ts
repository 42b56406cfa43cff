import type { Owner } from "@/lib/account/owner";
import { recordEvent } from "@/lib/audit/commands";
import { db } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { digestOf } from "@/lib/platform/digest";
import { type CaseId, newId } from "@/lib/platform/ids";
import { newKey, seal, sealJson } from "@/lib/platform/sealed";
import { removeCaseFiles } from "@/lib/storage/file-store";
import type { OwnedCase } from "./case";
import { caseContext, caseKeyContext } from "./contexts";
import type { CaseDetails } from "./schema";

type NewCase = { details: CaseDetails; formKey: string; isExample?: boolean };

/** Opens a case with a key of its own. The same form sent twice gives the id of the first. */
export async function createCase(owner: Owner, given: NewCase, now: Date): Promise<CaseId> {
  return (await createCaseOnce(owner, given, now)).id;
}

/** The same; `isNew` tells whether this call made the case. */
export async function createCaseOnce(
  owner: Owner,
  { details, formKey, isExample }: NewCase,
  now: Date,
): Promise<{ id: CaseId; isNew: boolean }> {
  const id = newId<CaseId>();
  const key = newKey();
  try {
    await db().$transaction(async (tx) => {
      await tx.case.create({
        data: {
          id,
          ownerId: owner.id,
          formKey,
          isExample: isExample ?? false,
          wrappedKey: seal(owner.key, key, caseKeyContext(id)),
          sealed: sealJson(key, details, caseContext(id)),
          createdAt: now,
          updatedAt: now,
        },
      });
      await recordEvent(
        tx,
        { id, key },
        { action: "case.opened", actor: { kind: "owner" }, subject: id, sha256: digestOf(details) },
        now,
      );
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await db().case.findUniqueOrThrow({
      where: { ownerId_formKey: { ownerId: owner.id, formKey } },
    });
    return { id: first.id as CaseId, isNew: false };
  }
  return { id, isNew: true };
}

/** Changes title, country, zone or numbers of a case. */
export async function changeCase(opened: OwnedCase, details: CaseDetails, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.case.update({
      where: { id: opened.id, ownerId: opened.ownerId },
      data: { sealed: sealJson(opened.key, details, caseContext(opened.id)), updatedAt: now },
    });
    const event = {
      action: "case.changed",
      actor: { kind: "owner" },
      subject: opened.id,
      sha256: digestOf(details),
    } as const;
    await recordEvent(tx, opened, event, now);
  });
}

/** Deletes a case: its key, its rows and its files. What old backups hold of it opens no more without the account key. */
export async function deleteCase(opened: OwnedCase): Promise<void> {
  await db().case.delete({ where: { id: opened.id, ownerId: opened.ownerId } });
  await removeCaseFiles(opened.id);
}
