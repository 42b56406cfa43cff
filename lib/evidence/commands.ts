import type { Readable } from "node:stream";
import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { type EvidenceFileId, type IncidentId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { sealJson } from "@/lib/platform/sealed";
import { readFile, removeFile, writeFile } from "@/lib/storage/file-store";
import { type Digest, FileTooLarge } from "@/lib/storage/meter";
import { peek } from "@/lib/storage/peek";
import { SNIFF_BYTES, sniffFile } from "@/lib/storage/upload-rules";
import type { EvidenceFile } from "./evidence-file";
import { evidenceContext, type SealedFile } from "./sealed-file";

export type NewEvidence = {
  incidentId?: IncidentId;
  name: string;
  declaredType: string;
  note: string;
  source: Readable;
  maxBytes: number;
};

export type EvidenceFault = "EMPTY" | "KIND_NOT_TAKEN" | "KIND_DIFFERS" | "TOO_LARGE" | "NOT_FOUND";

/**
 * Takes a file: looks at its first bytes, hashes and seals the stream, and only when every byte is on the disk writes
 * the row and its audit event. `NOT_FOUND`: the call it should belong to is not of this case.
 */
export async function addEvidence(
  opened: OwnedCase,
  given: NewEvidence,
  now: Date,
): Promise<Result<EvidenceFileId, EvidenceFault>> {
  if (given.incidentId && !(await hasIncident(opened, given.incidentId))) return fault("NOT_FOUND");
  const { head, whole } = await peek(given.source, SNIFF_BYTES);
  const sniffed = await sniffFile(head, given.name, given.declaredType);
  if (!sniffed.ok) return sniffed;
  const id = newId<EvidenceFileId>();
  const place = { caseId: opened.id, fileId: id, key: opened.key };
  const stored = await store(() => writeFile(place, whole, given.maxBytes));
  if (!stored.ok) return stored;
  const file = { id, ...sniffed.value, ...stored.value, name: given.name, note: given.note, addedAt: now };
  try {
    await writeRow(opened, { ...file, incidentId: given.incidentId });
  } catch (error) {
    await removeFile(place);
    throw error;
  }
  return ok(id);
}

/** The bytes of an evidence file exactly as they were received. */
export function readEvidence(
  opened: Pick<OwnedCase, "id" | "key">,
  file: Pick<EvidenceFile, "id">,
): Readable {
  return readFile({ caseId: opened.id, fileId: file.id, key: opened.key });
}

async function hasIncident(opened: OwnedCase, id: IncidentId): Promise<boolean> {
  return (await db().incident.count({ where: { id, caseId: opened.id } })) > 0;
}

async function store(write: () => Promise<Digest>): Promise<Result<Digest, "TOO_LARGE">> {
  try {
    return ok(await write());
  } catch (error) {
    if (error instanceof FileTooLarge) return fault("TOO_LARGE");
    throw error;
  }
}

async function writeRow(opened: OwnedCase, file: EvidenceFile): Promise<void> {
  const { id, incidentId, name, kind, mediaType, sha256, note, sizeBytes, addedAt } = file;
  const sealed: SealedFile = { name, kind, mediaType, sha256, note };
  await db().$transaction(async (tx) => {
    await tx.evidenceFile.create({
      data: {
        id,
        caseId: opened.id,
        incidentId,
        sizeBytes,
        addedAt,
        sealed: sealJson(opened.key, sealed, evidenceContext(id)),
      },
    });
    await recordEvent(
      tx,
      opened,
      { action: "evidence.added", actor: { kind: "owner" }, subject: id, sha256 },
      addedAt,
    );
  });
}
