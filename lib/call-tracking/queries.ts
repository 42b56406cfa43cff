import { text } from "node:stream/consumers";
import type { OpenCase } from "@/lib/cases/case";
import { readEvidence } from "@/lib/evidence/commands";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { findEvidence } from "@/lib/evidence/queries";
import { stateOfReading } from "@/lib/evidence/reading";
import { db, type Transaction } from "@/lib/platform/db";
import {
  type CaptureId,
  type ComparisonId,
  type EvidenceFileId,
  isId,
  type WatermarkId,
} from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import type {
  Capture as CaptureRow,
  Comparison as ComparisonRow,
  Watermark as WatermarkRow,
} from "@/prisma/generated/client";
import { type Capture, captureContext, type Listing, type ListingEnd } from "./capture";
import { type Comparison, type ComparisonEnd, comparisonContext } from "./comparison";
import type { ComparisonResult } from "./comparison/comparison-result";
import { type ComparisonRequest, requestContext } from "./comparison-request";
import { type KeptWatermark, parseWatermark, type SealedWatermark, watermarkContext } from "./kept-watermark";
import { watermarkFingerprint } from "./watermark/watermark-fingerprint";

const newestFirst = [{ createdAt: "desc" as const }, { id: "desc" as const }];

/** The captures of a case whose flows were taken to be listed, newest first. */
export async function listCaptures(
  opened: OpenCase,
  now: Date,
  client: Transaction = db(),
): Promise<Capture[]> {
  const rows = await client.capture.findMany({ where: { caseId: opened.id }, orderBy: newestFirst });
  return rows.map((row) => openCapture(opened, row, now));
}

/** One capture; nothing when it is not of this case. */
export async function findCapture(
  opened: OpenCase,
  captureId: string,
  now: Date,
  client: Transaction = db(),
): Promise<Capture | undefined> {
  if (!isId(captureId)) return undefined;
  const row = await client.capture.findFirst({ where: { id: captureId, caseId: opened.id } });
  return row ? openCapture(opened, row, now) : undefined;
}

/** The watermarks of a case, newest first. */
export async function listWatermarks(opened: OpenCase, client: Transaction = db()): Promise<KeptWatermark[]> {
  const rows = await client.watermark.findMany({ where: { caseId: opened.id }, orderBy: newestFirst });
  return rows.map((row) => openWatermark(opened, row));
}

/** One watermark; nothing when it is not of this case. */
export async function findWatermark(
  opened: OpenCase,
  watermarkId: string,
  client: Transaction = db(),
): Promise<KeptWatermark | undefined> {
  if (!isId(watermarkId)) return undefined;
  const row = await client.watermark.findFirst({ where: { id: watermarkId, caseId: opened.id } });
  return row ? openWatermark(opened, row) : undefined;
}

/** The comparisons of a case, newest first. */
export async function listComparisons(
  opened: OpenCase,
  now: Date,
  client: Transaction = db(),
): Promise<Comparison[]> {
  const rows = await client.comparison.findMany({ where: { caseId: opened.id }, orderBy: newestFirst });
  return rows.map((row) => openComparison(opened, row, now));
}

/** One comparison; nothing when it is not of this case. */
export async function findComparison(
  opened: OpenCase,
  comparisonId: string,
  now: Date,
  client: Transaction = db(),
): Promise<Comparison | undefined> {
  if (!isId(comparisonId)) return undefined;
  const row = await client.comparison.findFirst({ where: { id: comparisonId, caseId: opened.id } });
  return row ? openComparison(opened, row, now) : undefined;
}

/** A comparison that is done, with its whole result and the names and hash of its files. */
export type FinishedComparison = {
  id: ComparisonId;
  finishedAt: Date;
  result: ComparisonResult;
  /** The result as evidence. */
  file: EvidenceFile;
  names: { first?: string; second: string };
};

/** A comparison's result; nothing when it is not of this case or not done. */
export async function findFinishedComparison(
  opened: OpenCase,
  comparisonId: string,
  now: Date,
): Promise<FinishedComparison | undefined> {
  const comparison = await findComparison(opened, comparisonId, now);
  const { id, finishedAt, resultId, request } = comparison ?? {};
  const file = resultId && (await findEvidence(opened, resultId));
  if (!id || !finishedAt || !file || !request) return undefined;
  const nameOf = async (captureId: string) => {
    const capture = await findCapture(opened, captureId, now);
    return (capture && (await findEvidence(opened, capture.fileId)))?.name ?? "";
  };
  const second = await nameOf(request.second.captureId);
  const names = request.first ? { first: await nameOf(request.first.captureId), second } : { second };
  return { id, finishedAt, result: await readResult(opened, file.id), file, names };
}

/** The most comparisons that a report tells of. */
export const COMPARISONS_TOLD = 10;

/** The newest comparisons of a case that are done, oldest first; at most `COMPARISONS_TOLD`. */
export async function listFinishedComparisons(opened: OpenCase, now: Date): Promise<FinishedComparison[]> {
  const done = (await listComparisons(opened, now)).filter(({ state }) => state === "read");
  const told: FinishedComparison[] = [];
  for (const { id } of done.slice(0, COMPARISONS_TOLD)) {
    const found = await findFinishedComparison(opened, id, now);
    if (found) told.unshift(found);
  }
  return told;
}

async function readResult(opened: OpenCase, resultId: EvidenceFileId): Promise<ComparisonResult> {
  return JSON.parse(await text(readEvidence(opened, { id: resultId }))) as ComparisonResult;
}

function openCapture(opened: OpenCase, row: CaptureRow, now: Date): Capture {
  const end = row.sealed && openJson<ListingEnd>(opened.key, row.sealed, captureContext(row.id));
  const state = stateOfReading(row, now);
  return {
    id: row.id as CaptureId,
    fileId: row.fileId as EvidenceFileId,
    createdAt: row.createdAt,
    state,
    readBytes: Number(row.readBytes),
    packets: Number(row.packets),
    ...(state === "read" && end && { listing: end as Listing }),
    ...(state === "failed" && end && "fault" in end && { fault: end.fault }),
  };
}

function openWatermark(opened: OpenCase, row: WatermarkRow): KeptWatermark {
  const sealed = openJson<SealedWatermark>(opened.key, row.sealed, watermarkContext(row.id));
  const watermark = parseWatermark(sealed);
  return {
    id: row.id as WatermarkId,
    createdAt: row.createdAt,
    watermark,
    fingerprint: watermarkFingerprint(watermark),
  };
}

function openComparison(opened: OpenCase, row: ComparisonRow, now: Date): Comparison {
  const end = row.sealed && openJson<ComparisonEnd>(opened.key, row.sealed, comparisonContext(row.id));
  const state = stateOfReading(row, now);
  return {
    id: row.id as ComparisonId,
    createdAt: row.createdAt,
    state,
    done: row.done,
    total: row.total,
    request: openJson<ComparisonRequest>(opened.key, row.request, requestContext(row.id)),
    ...(state === "read" && end && !("fault" in end) && { outcome: end }),
    ...(state === "read" && row.resultId && { resultId: row.resultId as EvidenceFileId }),
    ...(row.finishedAt && { finishedAt: row.finishedAt }),
    ...(state === "failed" && end && "fault" in end && { fault: end.fault }),
  };
}
