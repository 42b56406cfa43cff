import { existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import { changePassword } from "@/lib/account/commands/change-keys";
import { inAnotherBrowser, NOW, PASSWORD, type Person, signedIn, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { newKey } from "@/lib/platform/sealed";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { writeFile } from "@/lib/storage/file-store";
import { changeCase, createCase, deleteCase } from "./commands";
import { listCases, openCase, openCaseWithKey } from "./queries";
import { DETAILS, newCaseOf, reopened } from "./test-case";

useDatabase();

let mara: Person;
let ines: Person;
beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await signUp("Ines");
});

test("the same form sent five times at once opens one case, with one event", async () => {
  const form = { details: DETAILS, formKey: newId() };
  const ids = await Promise.all(Array.from({ length: 5 }, () => createCase(mara.owner, form, NOW)));
  expect(new Set(ids).size).toBe(1);
  const opened = await reopened(mara.owner, ids[0] ?? "");
  expect(await checkAuditLog(opened)).toMatchObject({ ok: true, value: { sequence: 1 } });
});

test("the same form key of another person is another case", async () => {
  const form = { details: DETAILS, formKey: newId() };
  const [hers, other] = [await createCase(mara.owner, form, NOW), await createCase(ines.owner, form, NOW)];
  expect(hers).not.toBe(other);
});

describe("another person", () => {
  test("gets the answer of a case that does not exist", async () => {
    const hers = await newCaseOf(mara.owner);
    expect(await openCase(ines.owner, hers.id)).toBeUndefined();
    expect(await openCase(ines.owner, newId())).toBeUndefined();
    expect(await openCase(ines.owner, "not an id")).toBeUndefined();
    expect((await listCases(ines.owner)).map(({ id }) => id)).not.toContain(hers.id);
    expect((await reopened(mara.owner, hers.id)).details).toEqual(DETAILS);
  });

  test("cannot open the case even when its row is made hers", async () => {
    const hers = await newCaseOf(mara.owner);
    await db().case.update({ where: { id: hers.id }, data: { ownerId: ines.owner.id, formKey: newId() } });
    await expect(openCase(ines.owner, hers.id)).rejects.toThrow("changed or moved");
    await db().case.delete({ where: { id: hers.id } });
  });

  test("can change and delete nothing, though she knew the id and took the owner's part", async () => {
    const hers = await newCaseOf(mara.owner);
    const forged = { ...hers, ownerId: ines.owner.id };
    await expect(changeCase(forged, { ...DETAILS, title: "Ines was here" }, NOW)).rejects.toThrow();
    await expect(deleteCase(forged)).rejects.toThrow();
    expect((await reopened(mara.owner, hers.id)).details).toEqual(DETAILS);
  });
});

test("the key of one case does not open another, and none opens without a key", async () => {
  const [one, other] = [await newCaseOf(mara.owner), await newCaseOf(mara.owner)];
  await expect(openCaseWithKey(one.id, other.key)).rejects.toThrow("does not open");
  await expect(openCaseWithKey(one.id, newKey())).rejects.toThrow("does not open");
  expect(await openCaseWithKey(one.id, one.key)).toMatchObject({ id: one.id, access: "reader" });
});

test("a wrapped key put into the row of another case does not open", async () => {
  const [one, other] = [await newCaseOf(mara.owner), await newCaseOf(mara.owner)];
  await tamperWith(
    "Case",
    `UPDATE "Case" SET "wrappedKey" = (SELECT "wrappedKey" FROM "Case" WHERE "id" = '${other.id}') WHERE "id" = '${one.id}'`,
  );
  await expect(openCase(mara.owner, one.id)).rejects.toThrow("changed or moved");
  await db().case.delete({ where: { id: one.id } });
});

test("changing a case says so in its chain, with nothing of what it holds", async () => {
  const opened = await newCaseOf(mara.owner);
  await changeCase(opened, { ...DETAILS, title: "Calls at night" }, NOW);
  expect((await reopened(mara.owner, opened.id)).details.title).toBe("Calls at night");
  const [event] = await readAuditPage(opened, { size: 1 });
  expect(event?.event).toEqual({
    action: "case.changed",
    actor: { kind: "owner" },
    subject: opened.id,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("a case and its first event are both there, or neither", async () => {
  const before = (await listCases(mara.owner)).length;
  const form = { details: DETAILS, formKey: newId() };
  await expect(whileWritingFails("AuditEvent", () => createCase(mara.owner, form, NOW))).rejects.toThrow();
  expect((await listCases(mara.owner)).length).toBe(before);
});

test("deleting a case takes its rows and its files, and leaves the other cases", async () => {
  const [gone, stays] = [await newCaseOf(mara.owner), await newCaseOf(mara.owner)];
  const place = { caseId: gone.id, fileId: newId(), key: gone.key };
  await writeFile(place, Readable.from([Buffer.from("a file")]), 100);
  await deleteCase(gone);
  expect(await openCase(mara.owner, gone.id)).toBeUndefined();
  expect(await db().auditEvent.count({ where: { caseId: gone.id } })).toBe(0);
  expect(existsSync(join(env().dataFolder, "files", gone.id))).toBe(false);
  expect(await openCase(mara.owner, stays.id)).toBeDefined();
});

test("after the password was changed, every case opens as before, here and in a new browser", async () => {
  const theo = await signUp("Theo");
  const cases = [
    await newCaseOf(theo.owner, { title: "First" }),
    await newCaseOf(theo.owner, { title: "Second" }),
  ];
  const password = "an evening without calls";
  expect(await changePassword(theo.owner, { currentPassword: PASSWORD, password }, NOW)).toMatchObject({
    ok: true,
  });
  for (const { owner } of [theo, await signedIn("Theo", password), await inAnotherBrowser(theo)])
    for (const { id, key, details } of cases)
      expect(await reopened(owner, id)).toMatchObject({ key, details });
});

test("nothing that was typed lies in the database in the clear", async () => {
  const opened = await newCaseOf(mara.owner, { title: "Canary title" });
  const row = await db().case.findUniqueOrThrow({ where: { id: opened.id } });
  const stored = Buffer.concat([row.sealed, row.wrappedKey].map((bytes) => Buffer.from(bytes)));
  for (const secret of ["Canary", "020 7946", "Example Telecom", "London"])
    expect(stored.includes(secret)).toBe(false);
  expect(stored.includes(Buffer.from(opened.key))).toBe(false);
});
