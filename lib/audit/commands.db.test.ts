import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { type CaseId, newId } from "@/lib/platform/ids";
import { newKey, sealJson } from "@/lib/platform/sealed";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { CHAIN_START, chainEvent } from "./chain";
import { type AuditSubject, auditContext, recordEvent } from "./commands";
import type { AuditEvent, ChainedEvent } from "./event";
import { checkAuditLog, readAuditHead, readAuditLog, readAuditPage } from "./queries";

useDatabase();

const NOW = new Date("2026-03-05T09:30:00Z");
const event = (subject: string): AuditEvent => ({
  action: "case.changed",
  actor: { kind: "owner" },
  subject,
});
let mara: AuditSubject;

/** A case row without a case: all that a chain needs. */
async function newSubject(): Promise<AuditSubject> {
  const [ownerId, id, none] = [newId(), newId<CaseId>(), new Uint8Array()];
  const tags = { signInTag: newKey(), recoveryTag: newKey() };
  const wraps = { passwordWrap: none, recoveryWrap: none, sealedName: none };
  await db().account.create({ data: { id: ownerId, ...tags, ...wraps, createdAt: NOW } });
  const times = { createdAt: NOW, updatedAt: NOW };
  await db().case.create({
    data: { id, ownerId, wrappedKey: none, sealed: none, formKey: newId(), ...times },
  });
  return { id, key: newKey() };
}

function record(subject: AuditSubject, what: string) {
  return db().$transaction((tx) => recordEvent(tx, subject, event(what), NOW));
}

beforeEach(async () => {
  mara = await newSubject();
});

test("fifty writers at once leave one unbroken chain", async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => record(mara, `row-${index}`)));
  expect(await checkAuditLog(mara)).toMatchObject({ ok: true, value: { sequence: 50 } });
  const subjects = new Set<string>();
  for await (const link of readAuditLog(mara)) subjects.add(link.event.subject);
  expect(subjects.size).toBe(50);
});

test("each case has a chain of its own, from the start", async () => {
  const other = await newSubject();
  await record(mara, "a");
  await record(other, "b");
  const [first] = await readAuditPage(other, { size: 10 });
  expect(first).toMatchObject({ sequence: 1, previousHash: CHAIN_START });
});

test("an event whose change is taken back is taken back with it", async () => {
  await record(mara, "a");
  const changed = db().$transaction(async (tx) => {
    await recordEvent(tx, mara, event("b"), NOW);
    throw new Error("The change failed");
  });
  await expect(changed).rejects.toThrow("The change failed");
  expect(await readAuditHead(mara)).toMatchObject({ sequence: 1 });
});

test("a change whose event cannot be written does not happen", async () => {
  const changed = whileWritingFails("AuditEvent", () =>
    db().$transaction(async (tx) => {
      await tx.case.update({ where: { id: mara.id }, data: { isExample: true } });
      await recordEvent(tx, mara, event("a"), NOW);
    }),
  );
  await expect(changed).rejects.toThrow();
  expect(await db().case.findUnique({ where: { id: mara.id } })).toMatchObject({ isExample: false });
});

test("pages of the chain, newest first, neither lose nor double an event", async () => {
  for (let index = 0; index < 7; index++) await record(mara, `row-${index}`);
  const seen: number[] = [];
  for (let before: number | undefined; seen.at(-1) !== 1; before = seen.at(-1))
    seen.push(...(await readAuditPage(mara, { before, size: 3 })).map(({ sequence }) => sequence));
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test("a case without a single event is an alarm, not an empty history", async () => {
  await expect(readAuditHead(mara)).rejects.toThrow("tampered with");
});

test("the database refuses to change, delete or empty the chain", async () => {
  await record(mara, "a");
  for (const statement of [
    `UPDATE "AuditEvent" SET "at" = now()`,
    `DELETE FROM "AuditEvent"`,
    `TRUNCATE "AuditEvent"`,
    `TRUNCATE "Case" CASCADE`,
  ])
    await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow("refused");
});

test("an event that somebody removed past the database's guard is missed", async () => {
  for (const what of ["a", "b", "c"]) await record(mara, what);
  await tamperWith("AuditEvent", `DELETE FROM "AuditEvent" WHERE "caseId" = '${mara.id}' AND "sequence" = 2`);
  expect(await checkAuditLog(mara)).toEqual({ ok: false, code: "GAP" });
});

test("an event moved to another place in the chain does not open", async () => {
  for (const what of ["a", "b"]) await record(mara, what);
  await tamperWith(
    "AuditEvent",
    `UPDATE "AuditEvent" SET "sequence" = "sequence" + 1 WHERE "caseId" = '${mara.id}' AND "sequence" = 2`,
  );
  await expect(checkAuditLog(mara)).rejects.toThrow("does not open in its place");
});

test("a chain of more events than one read takes is read to its end", async () => {
  const links: ChainedEvent[] = [];
  for (let index = 0; index < 1_001; index++)
    links.push(chainEvent(links.at(-1), event(`row-${index}`), NOW));
  const data = links.map((link) => ({
    id: newId(),
    caseId: mara.id,
    sequence: link.sequence,
    at: NOW,
    sealed: sealJson(mara.key, link, auditContext(mara.id, link.sequence)),
  }));
  await db().auditEvent.createMany({ data });
  expect(await checkAuditLog(mara)).toEqual({
    ok: true,
    value: { sequence: 1_001, hash: links.at(-1)?.hash },
  });
});
