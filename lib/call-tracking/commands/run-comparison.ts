import { Readable } from "node:stream";
import { recordEvent } from "@/lib/audit/commands";
import type { OwnedCase } from "@/lib/cases/case";
import { addEvidence } from "@/lib/evidence/commands";
import { keepAlive } from "@/lib/evidence/keep-alive";
import { findEvidence } from "@/lib/evidence/queries";
import { readByNobody } from "@/lib/evidence/reading";
import { canonicalJson, type Json } from "@/lib/platform/canonical-json";
import { db } from "@/lib/platform/db";
import type { ComparisonId, EvidenceFileId } from "@/lib/platform/ids";
import { openJson, sealJson } from "@/lib/platform/sealed";
import type { ComparisonProgress } from "../compare-captures";
import { type ComparisonEnd, comparisonContext } from "../comparison";
import type { ComparisonResult } from "../comparison/comparison-result";
import { type ComparisonRequest, requestContext } from "../comparison-request";
import { formatWatermark } from "../kept-watermark";
import { findCapture, findWatermark } from "../queries";
import type { CapturePlace, ComparedEnd, CompareTask } from "../task";

/** Does the comparing itself: in a thread of its own on the server. */
export type Compare = (
  task: CompareTask,
  tell: (progress: ComparisonProgress) => void,
) => Promise<ComparedEnd>;

type Given = { comparisonId: ComparisonId; compare: Compare; clock: () => Date };

/**
 * Compares what was asked, keeps the result as an evidence file and the answer beside the request. Gives false, and
 * does nothing, when it is done already or somebody else is at it. A fault is kept too, so that the page can tell it.
 */
export async function runComparison(
  opened: OwnedCase,
  { comparisonId, compare, clock }: Given,
): Promise<boolean> {
  const request = await claim(opened, comparisonId, clock());
  if (!request) return false;
  const life = keepAlive<ComparisonProgress>((progress) =>
    db().comparison.updateMany({
      where: { id: comparisonId, finishedAt: null },
      data: { seenAt: clock(), ...progress },
    }),
  );
  try {
    const end = await compare(await taskOf(opened, request, clock()), (progress) =>
      life.tell({ ...progress }),
    );
    if ("fault" in end) await fail(opened, { comparisonId, end, now: clock() });
    else await finish(opened, { comparisonId, result: end.result, now: clock() });
    return true;
  } finally {
    await life.end();
  }
}

/** The request of a comparison that nobody works on now; from here on the one who asked does. */
async function claim(
  opened: OwnedCase,
  comparisonId: ComparisonId,
  now: Date,
): Promise<ComparisonRequest | undefined> {
  const { count } = await db().comparison.updateMany({
    where: { id: comparisonId, caseId: opened.id, ...readByNobody(now) },
    data: { seenAt: now, failedAt: null, done: 0, total: 0 },
  });
  if (count === 0) return undefined;
  const row = await db().comparison.findUniqueOrThrow({ where: { id: comparisonId } });
  return openJson<ComparisonRequest>(opened.key, row.request, requestContext(comparisonId));
}

async function taskOf(opened: OwnedCase, request: ComparisonRequest, now: Date): Promise<CompareTask> {
  const { first, second, watermarkId, settings } = request;
  const kept = watermarkId && (await findWatermark(opened, watermarkId));
  return {
    kind: "compare",
    ...(first && { first: { capture: await placeOf(opened, first.captureId, now), flow: first.flow } }),
    second: { capture: await placeOf(opened, second.captureId, now), flows: second.flows },
    ...(kept && { watermark: formatWatermark(kept.watermark) }),
    settings,
  };
}

async function placeOf(opened: OwnedCase, captureId: string, now: Date): Promise<CapturePlace> {
  const capture = await findCapture(opened, captureId, now);
  const file = capture && (await findEvidence(opened, capture.fileId));
  if (!file) throw new Error("A capture that is to be compared has no file");
  return { place: { caseId: opened.id, fileId: file.id, key: opened.key }, sha256: file.sha256 };
}

type Failed = { comparisonId: ComparisonId; end: ComparisonEnd; now: Date };

async function fail(opened: OwnedCase, { comparisonId, end, now }: Failed): Promise<void> {
  const sealed = sealJson(opened.key, end, comparisonContext(comparisonId));
  await db().comparison.update({
    where: { id: comparisonId },
    data: { failedAt: now, seenAt: now, sealed },
  });
}

type Finished = { comparisonId: ComparisonId; result: ComparisonResult; now: Date };

async function finish(opened: OwnedCase, { comparisonId, result, now }: Finished): Promise<void> {
  const { id: resultId, sha256 } = await keepResult(opened, { comparisonId, result, now });
  const end: ComparisonEnd = { verdict: result.verdict, candidates: result.candidates.length };
  const sealed = sealJson(opened.key, end, comparisonContext(comparisonId));
  const event = {
    action: "comparison.made",
    actor: { kind: "owner" },
    subject: comparisonId,
    sha256,
  } as const;
  await db().$transaction(async (tx) => {
    await tx.comparison.update({
      where: { id: comparisonId },
      data: { finishedAt: now, seenAt: now, resultId, sealed },
    });
    await recordEvent(tx, opened, event, now);
  });
}

/** The result as an evidence file: canonical JSON, so that the same inputs give the same bytes and hash. */
async function keepResult(opened: OwnedCase, { comparisonId, result, now }: Finished) {
  const bytes = Buffer.from(`${canonicalJson(result as unknown as Json)}\n`);
  const file = {
    name: `comparison-${comparisonId.slice(0, 8)}.json`,
    declaredType: "application/json",
    note: "",
    source: Readable.from([bytes], { objectMode: false }),
    maxBytes: bytes.length,
  };
  const added = await addEvidence(opened, file, now);
  const kept = added.ok && (await findEvidence(opened, added.value));
  if (!kept) throw new Error("The result of a comparison was refused as evidence");
  return { id: kept.id as EvidenceFileId, sha256: kept.sha256 };
}
