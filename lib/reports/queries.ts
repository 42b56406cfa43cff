import type { Readable } from "node:stream";
import type { OpenCase } from "@/lib/cases/case";
import { db } from "@/lib/platform/db";
import { isId, type ReportId } from "@/lib/platform/ids";
import { openJson } from "@/lib/platform/sealed";
import { readFile } from "@/lib/storage/file-store";
import type { Report as ReportRow } from "@/prisma/generated/client";
import { type Report, reportContext, type SealedReport } from "./made-report";

/** The reports of a case, newest first. */
export async function listReports(opened: OpenCase): Promise<Report[]> {
  const rows = await db().report.findMany({
    where: { caseId: opened.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => openReport(opened, row));
}

/** One report; nothing when it is not of this case. */
export async function findReport(opened: OpenCase, reportId: string): Promise<Report | undefined> {
  if (!isId(reportId)) return undefined;
  const row = await db().report.findFirst({ where: { id: reportId, caseId: opened.id } });
  return row ? openReport(opened, row) : undefined;
}

export function readReportPdf(opened: OpenCase, report: Pick<Report, "id">): Readable {
  return readFile({ caseId: opened.id, fileId: report.id, key: opened.key });
}

function openReport(opened: OpenCase, row: ReportRow): Report {
  return {
    ...openJson<SealedReport>(opened.key, row.sealed, reportContext(row.id)),
    id: row.id as ReportId,
    createdAt: row.createdAt,
    sizeBytes: Number(row.sizeBytes),
  };
}
