import type { Readable } from "node:stream";
import type { OpenCase } from "@/lib/cases/case";
import { db, type Transaction } from "@/lib/platform/db";
import { isId, type LetterId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import { readFile } from "@/lib/storage/file-store";
import type { Letter as LetterRow } from "@/prisma/generated/client";
import { letterContext, type SealedLetter } from "./sealed-letter";

/** A letter of a case; `finishedAt` and `pdf` come together. */
export type Letter = SealedLetter & {
  id: LetterId;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  finishedAt?: Date;
};

/** The letters of a case, newest first. */
export async function listLetters(opened: OpenCase, client: Transaction = db()): Promise<Letter[]> {
  const rows = await client.letter.findMany({
    where: { caseId: opened.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => openLetter(opened, row));
}

/** One letter; nothing when it is not of this case. */
export async function findLetter(opened: OpenCase, letterId: string): Promise<Letter | undefined> {
  if (!isId(letterId)) return undefined;
  const row = await db().letter.findFirst({ where: { id: letterId, caseId: opened.id } });
  return row ? openLetter(opened, row) : undefined;
}

/** The PDF of a finished letter, always the same bytes; nothing for a draft. */
export function readLetterPdf(opened: OpenCase, letter: Letter): Readable | undefined {
  if (!letter.pdf) return undefined;
  return readFile({ caseId: opened.id, fileId: letter.pdf.fileId, key: opened.key });
}

function openLetter(opened: OpenCase, row: LetterRow): Letter {
  return {
    ...openJson<SealedLetter>(opened.key, row.sealed, letterContext(row.id)),
    id: row.id as LetterId,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    finishedAt: row.finishedAt ?? undefined,
  };
}
