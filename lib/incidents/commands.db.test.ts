import { beforeAll, describe, expect, test } from "vitest";
import { minutesLater, NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { db } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { type IncidentId, newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { contentAt } from "./build-incident";
import { amendIncident, logIncident } from "./commands";
import { countIncidents, listAllIncidents, readIncident } from "./queries";

useDatabase();

const HOSTILE = `\u202Eتهديد 🔪 <script>alert(1)</script> =cmd()\u0000 \ud83d ${"x".repeat(500)}`;
const content = contentAt("2026-03-02T22:15:00Z", { exactWords: "I know where you live" });
let mara: Person;
let ines: OwnedCase;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
});

const newEntry = (opened: OwnedCase, given = content) =>
  logIncident(opened, { content: given, formKey: newId() }, NOW);
const amendment = (id: IncidentId, seenVersion: number, reason: string) => ({
  id,
  seenVersion,
  reason,
  content: { ...content, effect: reason },
});

describe("logging a call", () => {
  test("keeps every character that was typed", async () => {
    const opened = await newCaseOf(mara.owner);
    const typed = { ...content, whatHappened: HOSTILE, exactWords: "  spaces kept  \r\n" };
    const history = await readIncident(opened, await newEntry(opened, typed));
    expect(history?.incident).toMatchObject({
      content: typed,
      version: 1,
      reason: "",
      writtenAt: NOW,
      firstWrittenAt: NOW,
    });
  });

  test("with one form sent twenty times at once makes one entry, with one event", async () => {
    const opened = await newCaseOf(mara.owner);
    const form = { content, formKey: newId() };
    const ids = await Promise.all(Array.from({ length: 20 }, () => logIncident(opened, form, NOW)));
    expect(new Set(ids).size).toBe(1);
    expect(await countIncidents(opened)).toBe(1);
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 2 } });
  });

  test("fifty times at once loses none, and leaves an unbroken chain", async () => {
    const opened = await newCaseOf(mara.owner);
    await Promise.all(Array.from({ length: 50 }, () => newEntry(opened)));
    expect(await countIncidents(opened)).toBe(50);
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 51 } });
  });

  test.each(["AuditEvent", "IncidentVersion"])("leaves no trace when %s cannot be written", async (table) => {
    const opened = await newCaseOf(mara.owner);
    await expect(whileWritingFails(table, () => newEntry(opened))).rejects.toThrow();
    expect(await countIncidents(opened)).toBe(0);
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 1 } });
  });

  test("writes into the chain what was logged by its hash, and none of its words", async () => {
    const opened = await newCaseOf(mara.owner);
    const id = await newEntry(opened);
    const [link] = await readAuditPage(opened, { size: 1 });
    const sha256 = digestOf({ reason: "", content });
    expect(link?.event).toEqual({
      action: "incident.logged",
      actor: { kind: "owner" },
      subject: id,
      version: 1,
      sha256,
    });
  });
});

describe("amending a call", () => {
  test("keeps every version with its words, its reason and its time", async () => {
    const opened = await newCaseOf(mara.owner);
    const id = await newEntry(opened);
    expect(await amendIncident(opened, amendment(id, 1, "I remembered"), minutesLater(60))).toEqual({
      ok: true,
      value: 2,
    });
    expect(await amendIncident(opened, amendment(id, 2, "I asked my sister"), minutesLater(120))).toEqual({
      ok: true,
      value: 3,
    });
    const history = await readIncident(opened, id);
    expect(history?.versions).toMatchObject([
      { version: 1, reason: "", writtenAt: NOW, content },
      {
        version: 2,
        reason: "I remembered",
        writtenAt: minutesLater(60),
        content: { effect: "I remembered" },
      },
      { version: 3, reason: "I asked my sister", writtenAt: minutesLater(120) },
    ]);
    expect(history?.incident).toMatchObject({ version: 3, firstWrittenAt: NOW });
  });

  test("in two tabs at once takes one, tells the other, and loses neither's version", async () => {
    const opened = await newCaseOf(mara.owner);
    const id = await newEntry(opened);
    const tabs = ["one", "two", "three", "four"].map((reason) =>
      amendIncident(opened, amendment(id, 1, reason), NOW),
    );
    const codes = (await Promise.all(tabs)).map((given) => (given.ok ? "saved" : given.code)).sort();
    expect(codes).toEqual(["CHANGED_MEANWHILE", "CHANGED_MEANWHILE", "CHANGED_MEANWHILE", "saved"]);
    expect((await readIncident(opened, id))?.versions).toHaveLength(2);
    expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 3 } });
  });

  test.each([0, 2, 7])("of version 1 is refused to one who saw version %i", async (seen) => {
    const opened = await newCaseOf(mara.owner);
    const id = await newEntry(opened);
    expect(await amendIncident(opened, amendment(id, seen, "late"), NOW)).toEqual({
      ok: false,
      code: "CHANGED_MEANWHILE",
    });
  });

  test("moves an entry whose time was wrong to its place in the list", async () => {
    const opened = await newCaseOf(mara.owner);
    const [early, late] = [await newEntry(opened), await newEntry(opened, contentAt("2026-03-03T10:00:00Z"))];
    const moved = {
      id: early,
      seenVersion: 1,
      reason: "wrong day",
      content: contentAt("2026-03-04T10:00:00Z"),
    };
    await amendIncident(opened, moved, NOW);
    expect((await listAllIncidents(opened)).map(({ id }) => id)).toEqual([late, early]);
  });

  test("that cannot be written into the chain does not happen", async () => {
    const opened = await newCaseOf(mara.owner);
    const id = await newEntry(opened);
    await expect(
      whileWritingFails("AuditEvent", () => amendIncident(opened, amendment(id, 1, "no"), NOW)),
    ).rejects.toThrow();
    expect(await readIncident(opened, id)).toMatchObject({
      incident: { version: 1 },
      versions: [{ version: 1 }],
    });
  });
});

test("another person's entry is one that does not exist, for reading and for amending", async () => {
  const opened = await newCaseOf(mara.owner);
  const id = await newEntry(opened);
  for (const asked of [id, newId<IncidentId>()]) {
    expect(await readIncident(ines, asked)).toBeUndefined();
    expect(await amendIncident(ines, amendment(asked, 1, "mine"), NOW)).toEqual({
      ok: false,
      code: "NOT_FOUND",
    });
  }
  expect((await readIncident(opened, id))?.versions).toHaveLength(1);
});

describe("past the database's guard, a version", () => {
  test("put in the place of another does not open", async () => {
    const opened = await newCaseOf(mara.owner);
    const [one, other] = [await newEntry(opened), await newEntry(opened)];
    await tamperWith(
      "IncidentVersion",
      `UPDATE "IncidentVersion" SET "sealed" = (SELECT "sealed" FROM "IncidentVersion" WHERE "incidentId" = '${other}') WHERE "incidentId" = '${one}'`,
    );
    await expect(readIncident(opened, one)).rejects.toThrow("does not open in its place (incident-version)");
  });

  test("given another number does not open", async () => {
    const opened = await newCaseOf(mara.owner);
    const id = await newEntry(opened);
    await amendIncident(opened, amendment(id, 1, "second"), NOW);
    await tamperWith(
      "IncidentVersion",
      `UPDATE "IncidentVersion" SET "version" = 3 WHERE "incidentId" = '${id}' AND "version" = 1`,
    );
    await expect(readIncident(opened, id)).rejects.toThrow("does not open in its place");
  });
});

test("nothing that was typed lies in the database in the clear", async () => {
  const opened = await newCaseOf(mara.owner);
  const id = await newEntry(opened, { ...content, whatHappened: "Canary of the night" });
  const row = await db().incidentVersion.findFirstOrThrow({ where: { incidentId: id } });
  for (const word of ["Canary", "where you live", "7946"])
    expect(Buffer.from(row.sealed).includes(word)).toBe(false);
});
