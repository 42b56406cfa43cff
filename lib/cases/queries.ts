import type { Owner } from "@/lib/account/owner";
import { db } from "@/lib/platform/db";
import { type CaseId, isId } from "@/lib/platform/ids";
import { type Key, open, openJson } from "@/lib/platform/sealed";
import type { Case as CaseRow } from "@/prisma/generated/client";
import type { OpenCase, OwnedCase } from "./case";
import { caseContext, caseKeyContext } from "./contexts";
import type { CaseDetails } from "./schema";

const MOST_CASES = 200;

/** The person's cases, newest first. */
export async function listCases(owner: Owner): Promise<OwnedCase[]> {
  const rows = await db().case.findMany({
    where: { ownerId: owner.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_CASES,
  });
  return rows.map((row) => openOwned(owner, row));
}

/** One of the person's own cases; nothing for anybody else's, exactly as for one that does not exist. */
export async function openCase(owner: Owner, caseId: string): Promise<OwnedCase | undefined> {
  if (!isId(caseId)) return undefined;
  const row = await db().case.findFirst({ where: { id: caseId, ownerId: owner.id } });
  return row ? openOwned(owner, row) : undefined;
}

/** A case opened with its own key, as a case link gives it. */
export async function openCaseWithKey(caseId: CaseId, key: Key): Promise<OpenCase | undefined> {
  const row = await db().case.findUnique({ where: { id: caseId } });
  return row ? { ...opened(row, key), access: "reader" } : undefined;
}

function openOwned(owner: Owner, row: CaseRow): OwnedCase {
  const key = open(owner.key, row.wrappedKey, caseKeyContext(row.id as CaseId));
  if (!key.ok) throw new Error("A case key does not open: its row was changed or moved");
  return { ...opened(row, key.value), access: "owner", ownerId: owner.id };
}

function opened(row: CaseRow, key: Key) {
  const id = row.id as CaseId;
  const details = openJson<CaseDetails>(key, row.sealed, caseContext(id));
  return { id, key, details, isExample: row.isExample, createdAt: row.createdAt };
}
