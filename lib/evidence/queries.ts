import type { OpenCase } from "@/lib/cases/case";
import { db, type Transaction } from "@/lib/platform/db";
import { type EvidenceFileId, type IncidentId, isId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import type { EvidenceFile as EvidenceRow } from "@/prisma/generated/client";
import type { EvidenceFile } from "./evidence-file";
import { evidenceContext, type SealedFile } from "./sealed-file";

/** Files of a case, or of one of its calls, in the order in which they were added. */
export async function listEvidence(
  opened: OpenCase,
  incidentId?: IncidentId,
  client: Transaction = db(),
): Promise<EvidenceFile[]> {
  const rows = await client.evidenceFile.findMany({
    where: { caseId: opened.id, ...(incidentId ? { incidentId } : {}) },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => openFile(opened, row));
}

/** One file of the case; nothing when it is not of this case. */
export async function findEvidence(
  opened: OpenCase,
  fileId: string,
  client: Transaction = db(),
): Promise<EvidenceFile | undefined> {
  if (!isId(fileId)) return undefined;
  const row = await client.evidenceFile.findFirst({ where: { id: fileId, caseId: opened.id } });
  return row ? openFile(opened, row) : undefined;
}

function openFile(opened: OpenCase, row: EvidenceRow): EvidenceFile {
  return {
    ...openJson<SealedFile>(opened.key, row.sealed, evidenceContext(row.id)),
    id: row.id as EvidenceFileId,
    incidentId: (row.incidentId as IncidentId | null) ?? undefined,
    sizeBytes: Number(row.sizeBytes),
    addedAt: row.addedAt,
  };
}
