import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { keepAlive } from "@/lib/evidence/keep-alive";
import { findEvidence } from "@/lib/evidence/queries";
import { readByNobody } from "@/lib/evidence/reading";
import { db } from "@/lib/platform/db";
import type { CaptureId } from "@/lib/platform/ids";
import { sealJson } from "@/lib/platform/sealed";
import { captureContext, type ListingEnd, type ListingProgress } from "../capture";
import type { ListFlowsTask } from "../task";

/** Does the listing itself: in a thread of its own on the server. */
export type ListFlows = (
  task: ListFlowsTask,
  tell: (progress: ListingProgress) => void,
) => Promise<ListingEnd>;

type Given = { captureId: CaptureId; list: ListFlows; clock: () => Date };

/**
 * Lists the flows of a capture and keeps the list. Gives false, and does nothing, when they are listed already or
 * somebody else is listing them. A fault is kept too, so that the page can tell it.
 */
export async function listFlows(opened: OwnedCase, { captureId, list, clock }: Given): Promise<boolean> {
  const file = await claim(opened, captureId, clock());
  if (!file) return false;
  const life = keepAlive<ListingProgress>((progress) =>
    db().capture.updateMany({
      where: { id: captureId, finishedAt: null },
      data: { seenAt: clock(), ...progress },
    }),
  );
  try {
    const place = { caseId: opened.id, fileId: file.id, key: opened.key };
    const task = { kind: "list-flows", capture: { place, sha256: file.sha256 } } as const;
    const end = await list(task, (progress) => life.tell({ ...progress }));
    await finish(opened, { captureId, sha256: file.sha256, end, now: clock() });
    return true;
  } finally {
    await life.end();
  }
}

/** The file of a capture that nobody reads now; from here on it is being read by the one who asked. */
async function claim(opened: OwnedCase, captureId: CaptureId, now: Date) {
  const { count } = await db().capture.updateMany({
    where: { id: captureId, caseId: opened.id, ...readByNobody(now) },
    data: { seenAt: now, failedAt: null, readBytes: 0, packets: 0 },
  });
  if (count === 0) return undefined;
  const { fileId } = await db().capture.findUniqueOrThrow({ where: { id: captureId } });
  return findEvidence(opened, fileId);
}

type Finished = { captureId: CaptureId; sha256: string; end: ListingEnd; now: Date };

async function finish(opened: OwnedCase, { captureId, sha256, end, now }: Finished): Promise<void> {
  const sealed = sealJson(opened.key, end, captureContext(captureId));
  const where = { id: captureId };
  if ("fault" in end) {
    await db().capture.update({ where, data: { failedAt: now, seenAt: now, sealed } });
    return;
  }
  const action = "capture.flows-listed";
  await db().$transaction(async (tx) => {
    const data = { finishedAt: now, seenAt: now, packets: end.packets, sealed };
    await tx.capture.update({ where, data });
    await recordEvent(tx, opened, { action, actor: { kind: "owner" }, subject: captureId, sha256 }, now);
  });
}
