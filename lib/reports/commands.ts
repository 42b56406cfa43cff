import { recordEvent } from "@/lib/audit/commands";
import { readAuditHead } from "@/lib/audit/queries";
import { listFinishedComparisons } from "@/lib/call-tracking/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { listEvidence } from "@/lib/evidence/queries";
import { listAllVersions } from "@/lib/incidents/queries";
import { db, inOneMoment } from "@/lib/platform/db";
import { isDuplicate } from "@/lib/platform/db-faults";
import { newId, type ReportId } from "@/lib/platform/ids";
import { fault, ok, type Result } from "@/lib/platform/result";
import { sealJson } from "@/lib/platform/sealed";
import { removeFile, writeFile } from "@/lib/storage/file-store";
import { listMatchedCalls } from "@/lib/traces/queries";
import { reportContext, type SealedReport } from "./made-report";
import { writeReportPdf } from "./write-report-pdf";

/** Makes the police report as it stands now. `NO_CALLS`: there is nothing to report yet. */
export async function createReport(
  opened: OwnedCase,
  { formKey }: { formKey: string },
  now: Date,
): Promise<Result<ReportId, "NO_CALLS">> {
  // Read together: the printed head must be that of just these calls and files.
  const { histories, files, traces, auditHead } = await inOneMoment(async (client) => ({
    histories: await listAllVersions(opened, client),
    files: await listEvidence(opened, undefined, client),
    traces: await listMatchedCalls(opened, now, client),
    auditHead: await readAuditHead(opened, client),
  }));
  if (histories.length === 0) return fault("NO_CALLS");
  const comparisons = await listFinishedComparisons(opened, now);
  const id = newId<ReportId>();
  const place = { caseId: opened.id, fileId: id, key: opened.key };
  const pdf = writeReportPdf({
    details: opened.details,
    histories,
    files,
    traces,
    comparisons,
    auditHead,
    madeAt: now,
  });
  const { sizeBytes, sha256 } = await writeFile(place, pdf, Number.POSITIVE_INFINITY);
  const report: SealedReport = { sha256, calls: histories.length, auditHead };
  try {
    await db().$transaction(async (tx) => {
      const sealed = sealJson(opened.key, report, reportContext(id));
      await tx.report.create({ data: { id, caseId: opened.id, formKey, createdAt: now, sizeBytes, sealed } });
      const event = { action: "report.made", actor: { kind: "owner" }, subject: id, sha256 } as const;
      await recordEvent(tx, opened, event, now);
    });
  } catch (error) {
    await removeFile(place);
    if (!isDuplicate(error)) throw error;
    const first = await db().report.findUniqueOrThrow({
      where: { caseId_formKey: { caseId: opened.id, formKey } },
    });
    return ok(first.id as ReportId);
  }
  return ok(id);
}
