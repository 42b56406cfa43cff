import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditHead, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { amendedCall, callAt } from "@/lib/incidents/build-incident";
import { amendIncident, logIncident } from "@/lib/incidents/commands";
import { env } from "@/lib/platform/env";
import { type IncidentId, newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { createReport } from "./commands";
import type { Report } from "./made-report";
import { findReport, listReports, readReportPdf } from "./queries";

useDatabase();

const call = callAt("2026-03-02T22:15:00Z");
let mara: Person;
let ines: OwnedCase;
let opened: OwnedCase;
let incident: IncidentId;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
});
beforeEach(async () => {
  opened = await newCaseOf(mara.owner);
  incident = await logIncident(opened, { content: call.content, formKey: newId() }, NOW);
});

async function made(): Promise<Report> {
  const report = await createReport(opened, { formKey: newId() }, NOW);
  const found = report.ok ? await findReport(opened, report.value) : undefined;
  return found ?? expect.fail("the report should be there");
}

const pdfOf = (report: Report) => buffer(readReportPdf(opened, report));
const filesOnDisk = () => readdirSync(join(env().dataFolder, "files", opened.id));

test("a report bears the head of the chain as it stood when the report was made", async () => {
  const head = await readAuditHead(opened);
  const report = await made();
  expect(report).toMatchObject({ auditHead: head, calls: 1, createdAt: NOW });
  expect(await readAuditHead(opened)).toMatchObject({ sequence: head.sequence + 1 });
  expect((await made()).auditHead).toEqual(
    await readAuditPage(opened, { size: 2 }).then(([, before]) => ({
      sequence: before?.sequence,
      hash: before?.hash,
    })),
  );
});

test("a report is the same PDF every time, with the SHA-256 that the chain holds, whatever is amended later", async () => {
  const report = await made();
  const pdf = await pdfOf(report);
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const { content } = amendedCall(call, { reason: "I remembered", effect: "I cannot sleep" });
  await amendIncident(opened, { id: incident, seenVersion: 1, reason: "I remembered", content }, NOW);
  expect((await pdfOf(report)).equals(pdf)).toBe(true);
  expect(report).toMatchObject({ sha256, sizeBytes: pdf.length });
  const links = await readAuditPage(opened, { size: 10 });
  expect(links.find(({ event }) => event.subject === report.id)?.event).toMatchObject({
    action: "report.made",
    sha256,
  });
});

test("a case without calls gets no report", async () => {
  const empty = await newCaseOf(mara.owner);
  expect(await createReport(empty, { formKey: newId() }, NOW)).toEqual({ ok: false, code: "NO_CALLS" });
});

test("the same form sent four times at once makes one report, one event and one file", async () => {
  const formKey = newId();
  const reports = await Promise.all(Array.from({ length: 4 }, () => createReport(opened, { formKey }, NOW)));
  const [first] = reports;
  for (const report of reports) expect(report).toEqual(first);
  expect(await listReports(opened)).toHaveLength(1);
  expect(filesOnDisk()).toEqual([first?.ok ? first.value : ""]);
  expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 3 } });
});

test.each(["Report", "AuditEvent"])(
  "a report of which %s cannot be written leaves no row and no file",
  async (table) => {
    await expect(whileWritingFails(table, made)).rejects.toThrow();
    expect(await listReports(opened)).toEqual([]);
    expect(filesOnDisk()).toEqual([]);
  },
);

test("another person's report is one that does not exist", async () => {
  const { id } = await made();
  for (const asked of [id, newId(), "report"]) expect(await findReport(ines, asked)).toBeUndefined();
  expect(await listReports(ines)).toEqual([]);
});

test("a report put in the row of another does not open", async () => {
  const [one, other] = [await made(), await made()];
  await tamperWith(
    "Report",
    `UPDATE "Report" SET "sealed" = (SELECT "sealed" FROM "Report" WHERE "id" = '${other.id}') WHERE "id" = '${one.id}'`,
  );
  await expect(findReport(opened, one.id)).rejects.toThrow("does not open in its place (report)");
});
