import { recordEvent } from "@/lib/audit/commands";
import type { AuditAction } from "@/lib/audit/event";
import type { OwnedCase } from "@/lib/cases/case";
import { listEvidence } from "@/lib/evidence/queries";
import { listAllIncidents } from "@/lib/incidents/queries";
import { db, type Transaction } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { digestOf } from "@/lib/platform/digest";
import { type LetterId, newId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { sealJson } from "@/lib/platform/sealed";
import { removeFile, writeFile } from "@/lib/storage/file-store";
import { draftLetter } from "./draft-letter";
import type { LetterInput } from "./letter";
import { openPlaceholders } from "./open-placeholders";
import { findLetter } from "./queries";
import { letterContext, type SealedLetter } from "./sealed-letter";
import { writeLetterPdf } from "./write-letter-pdf";

/** Drafts a letter from the calls and files of the case. `NO_CALLS`: there is nothing to write about yet. */
export async function createLetter(
  opened: OwnedCase,
  { formKey }: { formKey: string },
  now: Date,
): Promise<Result<LetterId, "NO_CALLS">> {
  const incidents = await listAllIncidents(opened);
  if (incidents.length === 0) return fault("NO_CALLS");
  const files = await listEvidence(opened);
  const content = draftLetter({ details: opened.details, incidents, files, date: now });
  const id = newId<LetterId>();
  try {
    await db().$transaction(async (tx) => {
      const sealed = sealJson(opened.key, { content } satisfies SealedLetter, letterContext(id));
      await tx.letter.create({
        data: { id, caseId: opened.id, formKey, createdAt: now, updatedAt: now, sealed },
      });
      await record(tx, opened, { action: "letter.drafted", id, version: 1, sha256: digestOf(content) }, now);
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const first = await db().letter.findUniqueOrThrow({
      where: { caseId_formKey: { caseId: opened.id, formKey } },
    });
    return ok(first.id as LetterId);
  }
  return ok(id);
}

type LetterChange = {
  id: string;
  /** Version that the person saw when she began to write. */
  seenVersion: number;
  input: LetterInput;
};

export type LetterFault = "NOT_FOUND" | "FINISHED" | "CHANGED_MEANWHILE";

/** Saves the person's own words over the draft. */
export async function changeLetter(
  opened: OwnedCase,
  change: LetterChange,
  now: Date,
): Promise<Result<LetterId, LetterFault>> {
  return saveLetter(opened, change, { action: "letter.changed" }, now);
}

/**
 * Finishes a letter: its PDF is made and sealed, and from then on neither changes.
 * `PLACEHOLDERS`: something in square brackets is still to be filled in.
 */
export async function finishLetter(
  opened: OwnedCase,
  change: LetterChange,
  now: Date,
): Promise<Result<LetterId, LetterFault | "PLACEHOLDERS">> {
  const letter = await findLetter(opened, change.id);
  if (!letter) return fault("NOT_FOUND");
  if (letter.finishedAt) return fault("FINISHED");
  if (openPlaceholders(change.input).length > 0) return fault("PLACEHOLDERS");
  const place = { caseId: opened.id, fileId: newId(), key: opened.key };
  const content = { ...letter.content, ...change.input };
  const pdf = await writeFile(place, writeLetterPdf(content, { madeAt: now }), Number.POSITIVE_INFINITY);
  const finished = { action: "letter.finished", pdf, fileId: place.fileId } as const;
  try {
    const saved = await saveLetter(opened, change, finished, now);
    if (!saved.ok) await removeFile(place);
    return saved;
  } catch (error) {
    await removeFile(place);
    throw error;
  }
}

type Saving =
  | { action: "letter.changed" }
  | { action: "letter.finished"; pdf: { sizeBytes: number; sha256: string }; fileId: string };

async function saveLetter(
  opened: OwnedCase,
  { id, seenVersion, input }: LetterChange,
  saving: Saving,
  now: Date,
): Promise<Result<LetterId, LetterFault>> {
  const letter = await findLetter(opened, id);
  if (!letter) return fault("NOT_FOUND");
  if (letter.finishedAt) return fault("FINISHED");
  const content = { ...letter.content, ...input };
  const isFinal = saving.action === "letter.finished";
  const written: SealedLetter = isFinal
    ? { content, pdf: { ...saving.pdf, fileId: saving.fileId } }
    : { content };
  const version = seenVersion + 1;
  return db().$transaction(async (tx) => {
    const changed = await tx.letter.updateMany({
      where: { id, caseId: opened.id, version: seenVersion, finishedAt: null },
      data: {
        version,
        updatedAt: now,
        finishedAt: isFinal ? now : null,
        sealed: sealJson(opened.key, written, letterContext(id)),
      },
    });
    if (changed.count === 0) return fault("CHANGED_MEANWHILE");
    const sha256 = isFinal ? saving.pdf.sha256 : digestOf(content);
    await record(tx, opened, { action: saving.action, id: letter.id, version, sha256 }, now);
    return ok(letter.id);
  });
}

type LetterEvent = {
  action: Extract<AuditAction, `letter.${string}`>;
  id: LetterId;
  version: number;
  sha256: string;
};

async function record(tx: Transaction, opened: OwnedCase, event: LetterEvent, now: Date): Promise<void> {
  const { action, id, version, sha256 } = event;
  await recordEvent(tx, opened, { action, actor: { kind: "owner" }, subject: id, version, sha256 }, now);
}
