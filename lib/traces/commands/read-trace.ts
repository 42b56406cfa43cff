import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { keepAlive } from "@/lib/evidence/keep-alive";
import { findEvidence } from "@/lib/evidence/queries";
import { readByNobody } from "@/lib/evidence/reading";
import { db } from "@/lib/platform/db";
import type { TraceId } from "@/lib/platform/ids";
import { sealJson } from "@/lib/platform/sealed";
import type { FilePlace } from "@/lib/storage/file-store";
import type { AnalysisListener, Progress } from "../analyse";
import type { SealedPart } from "../part";
import type { ReadingEnd } from "../trace";
import { traceContext } from "../trace-context";

/** Does the reading itself: in a thread of its own on the server. */
export type ReadTrace = (
  input: { place: FilePlace; traceId: string },
  listener: AnalysisListener,
) => Promise<ReadingEnd>;

type Given = { traceId: TraceId; read: ReadTrace; clock: () => Date };

/**
 * Reads a trace from the beginning and keeps what it gives. Gives false, and does nothing, when it is read already or
 * somebody else is reading it. A fault of the reading is kept too, so that the page can tell it.
 */
export async function readTrace(opened: OwnedCase, { traceId, read, clock }: Given): Promise<boolean> {
  const fileId = await claim(opened, traceId, clock());
  if (!fileId) return false;
  const life = keepAlive<Progress>((progress) =>
    db().trace.updateMany({
      where: { id: traceId, finishedAt: null },
      data: { seenAt: clock(), ...progress },
    }),
  );
  try {
    await db().tracePart.deleteMany({ where: { traceId } });
    const place = { caseId: opened.id, fileId, key: opened.key };
    const end = await read(
      { place, traceId },
      { part: (part) => storePart(traceId, part), progress: (progress) => life.tell({ ...progress }) },
    );
    await finish(opened, { traceId, fileId, end, now: clock() });
    return true;
  } finally {
    await life.end();
  }
}

/** The file of a trace that nobody reads now; from here on it is being read by the one who asked. */
async function claim(opened: OwnedCase, traceId: TraceId, now: Date): Promise<string | undefined> {
  const { count } = await db().trace.updateMany({
    where: { id: traceId, caseId: opened.id, ...readByNobody(now) },
    data: { seenAt: now, failedAt: null, readBytes: 0, messages: 0, calls: 0 },
  });
  if (count === 0) return undefined;
  return (await db().trace.findUniqueOrThrow({ where: { id: traceId } })).fileId;
}

async function storePart(traceId: TraceId, part: SealedPart): Promise<void> {
  await db().tracePart.create({ data: { ...part, sealed: new Uint8Array(part.sealed), traceId } });
}

type Finished = { traceId: TraceId; fileId: string; end: ReadingEnd; now: Date };

async function finish(opened: OwnedCase, { traceId, fileId, end, now }: Finished): Promise<void> {
  const sealed = sealJson(opened.key, end, traceContext(traceId));
  if ("fault" in end) {
    await db().trace.updateMany({ where: { id: traceId }, data: { failedAt: now, seenAt: now, sealed } });
    return;
  }
  const { messages, calls } = end.totals;
  const sha256 = (await findEvidence(opened, fileId))?.sha256;
  const event = { action: "trace.read", actor: { kind: "owner" }, subject: traceId, sha256 } as const;
  await db().$transaction(async (tx) => {
    await tx.trace.update({
      where: { id: traceId },
      data: { finishedAt: now, seenAt: now, messages, calls, sealed },
    });
    await recordEvent(tx, opened, event, now);
  });
}
