import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { deleteAccount } from "@/lib/account/commands/delete-account";
import { readOwner } from "@/lib/account/queries";
import { NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog } from "@/lib/audit/queries";
import { listComparisons } from "@/lib/call-tracking/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { listCases } from "@/lib/cases/queries";
import { newCaseOf, reopened } from "@/lib/cases/test-case";
import { readEvidence } from "@/lib/evidence/commands";
import { listEvidence } from "@/lib/evidence/queries";
import { listPackets, readPacket } from "@/lib/evidence-packets/queries";
import { listAllVersions } from "@/lib/incidents/queries";
import { openPlaceholders } from "@/lib/letters/open-placeholders";
import { listLetters, readLetterPdf } from "@/lib/letters/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { countRows } from "@/lib/platform/test-tampering";
import { listReports, readReportPdf } from "@/lib/reports/queries";
import { createCaseLink, openCaseLink } from "@/lib/sharing/commands";
import { listCaseLinks } from "@/lib/sharing/queries";
import { listMatchedCalls } from "@/lib/traces/queries";
import { createExampleCase } from "./commands";
import { exampleCalls } from "./example-calls";

useDatabase();

const formKey = newId();
let mara: Person;
let ines: Person;
let opened: OwnedCase;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await signUp("Ines");
  await newCaseOf(ines.owner);
  opened = await reopened(mara.owner, await createExampleCase(mara.owner, { formKey }, NOW));
});

async function startOf(stream: NodeJS.ReadableStream | undefined): Promise<string> {
  return (await buffer(stream ?? expect.fail("it should be there"))).subarray(0, 4).toString("latin1");
}

describe("the example case", () => {
  test("is marked as an example and furnishes every room", async () => {
    expect(opened.isExample).toBe(true);
    expect(await listAllVersions(opened)).toHaveLength(exampleCalls.length);
    const files = await listEvidence(opened);
    const file = files.find(({ kind }) => kind === "audio");
    expect(file).toMatchObject({ kind: "audio", mediaType: "audio/wav", incidentId: expect.any(String) });
    expect(await startOf(readEvidence(opened, file ?? expect.fail()))).toBe("RIFF");
    const [letter] = await listLetters(opened);
    expect(await startOf(letter && readLetterPdf(opened, letter))).toBe("%PDF");
    const [report] = await listReports(opened);
    expect(await startOf(report && readReportPdf(opened, report))).toBe("%PDF");
    const [packet] = await listPackets(opened);
    expect(await startOf(packet && readPacket(opened, packet))).toBe("PK\x03\x04");
    expect(packet).toMatchObject({ calls: exampleCalls.length, files: 5 });
  });

  test("has a network trace in which the bank's number is told from the one that the network gave", async () => {
    const [matched, ...rest] = await listMatchedCalls(opened, NOW);
    expect(rest).toEqual([]);
    expect(matched?.verdict).toMatchObject({ result: "contradicted", claimed: "+442079460099" });
    expect(matched?.verdict.isSpoofingIndicated).toBe(true);
  });

  test("has a comparison that found the marked call again among others", async () => {
    const [comparison, ...others] = await listComparisons(opened, NOW);
    expect(others).toEqual([]);
    expect(comparison?.outcome).toMatchObject({
      verdict: { word: "match", candidate: 0, candidates: 1 },
      candidates: 4,
    });
  });

  test("has a call that was amended with its reason, and a letter with nothing left to fill in", async () => {
    const amended = (await listAllVersions(opened)).filter(({ versions }) => versions.length > 1);
    expect(amended).toMatchObject([
      { versions: [{ reason: "" }, { reason: expect.stringContaining("call log") }] },
    ]);
    const [letter] = await listLetters(opened);
    expect(letter?.finishedAt).toEqual(NOW);
    expect(openPlaceholders(letter?.content ?? expect.fail())).toEqual([]);
  });

  test("has no call in the future", async () => {
    for (const { incident } of await listAllVersions(opened))
      expect(Date.parse(incident.content.time.utc)).toBeLessThan(NOW.getTime());
  });

  test("has an unbroken chain", async () => {
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true });
  });

  test("is loaded once, however often the form is sent", async () => {
    const before = await countRows();
    expect(await createExampleCase(mara.owner, { formKey }, NOW)).toBe(opened.id);
    expect(await countRows()).toEqual(before);
  });
});

describe("append-only rows are guarded by the database itself:", () => {
  const guarded = [
    "AuditEvent",
    "IncidentVersion",
    "EvidenceFile",
    "Letter",
    "Report",
    "Packet",
    "TraceSettings",
    "Watermark",
  ];
  const ways: [way: string, statement: (table: string) => string][] = [
    ["changed", (table) => `UPDATE "${table}" SET "sealed" = '\\x00'`],
    ["deleted", (table) => `DELETE FROM "${table}"`],
    ["emptied", (table) => `TRUNCATE "${table}" CASCADE`],
  ];
  const all = guarded.flatMap((table) => ways.map(([way, sql]) => [table, way, sql(table)] as const));

  test.each(all)("%s cannot be %s", async (_table, _way, sql) => {
    const done = db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe(sql);
      throw new Error("It was done"); // and is taken back, for the tests that follow
    });
    await expect(done).rejects.toThrow("is refused");
  });

  test.each(["Trace", "Capture", "Comparison"])("nor can a %s be deleted or emptied", async (table) => {
    await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow("refused");
    await expect(db().$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow("refused");
  });

  test("nor can an incident be deleted or emptied out of its case", async () => {
    await expect(db().$executeRawUnsafe(`DELETE FROM "Incident"`)).rejects.toThrow("refused");
    await expect(db().$executeRawUnsafe(`TRUNCATE "Case" CASCADE`)).rejects.toThrow("refused");
  });
});

test("deleting the account removes every row of it, in every table, and no row of another's", async () => {
  const link = { recipient: "Theo", agency: "", days: 3, allowDownload: true, formKey: newId() };
  const made = await createCaseLink(opened, link, NOW);
  const [{ secret } = expect.fail()] = await listCaseLinks(opened);
  if (made.ok) await openCaseLink({ linkId: made.value.id, secret, passcode: made.value.passcode }, NOW);
  const { Attempt: _, ...before } = await countRows();
  for (const [table, rows] of Object.entries(before))
    expect(rows, `${table} has rows to delete`).toBeGreaterThan(0);

  expect(await deleteAccount(mara.owner)).toEqual([opened.id]);

  const { Attempt: __, ...after } = await countRows();
  const hers = { Account: 1, Session: 1, Case: 1, AuditEvent: 1 };
  for (const [table, rows] of Object.entries(after))
    expect(rows, table).toBe(hers[table as keyof typeof hers] ?? 0);
  expect(await readOwner(mara.secrets, NOW)).toBeUndefined();
  expect(await listCases(ines.owner)).toHaveLength(1);
});
