import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { minutesLater, NOW, type Person, signUp } from "@/lib/account/test-people";
import { checkAuditLog, readAuditPage } from "@/lib/audit/queries";
import type { OwnedCase } from "@/lib/cases/case";
import { newCaseOf } from "@/lib/cases/test-case";
import { contentAt } from "@/lib/incidents/build-incident";
import { logIncident } from "@/lib/incidents/commands";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { useDatabase } from "@/lib/platform/test-database";
import { tamperWith, whileWritingFails } from "@/lib/platform/test-tampering";
import { changeLetter, createLetter, finishLetter } from "./commands";
import type { LetterInput } from "./letter";
import { findLetter, type Letter, listLetters, readLetterPdf } from "./queries";

useDatabase();

const input: LetterInput = {
  sender: "Mara Example\n12 Example Street",
  recipient: "Example Telecom",
  dated: "5 March 2026",
  subject: "Threatening calls",
  body: "I am getting threatening calls.\n\n- Keep the records\n- Trace the calls",
};
let mara: Person;
let ines: OwnedCase;
let opened: OwnedCase;

beforeAll(async () => {
  mara = await signUp("Mara");
  ines = await newCaseOf((await signUp("Ines")).owner);
});
beforeEach(async () => {
  opened = await newCaseOf(mara.owner);
  await logCall("2026-03-02T22:15:00Z");
});

const logCall = (instant: string) =>
  logIncident(opened, { content: contentAt(instant), formKey: newId() }, NOW);

async function drafted(): Promise<Letter> {
  const letter = await createLetter(opened, { formKey: newId() }, NOW);
  return letter.ok ? found(letter.value) : expect.fail(letter.code);
}

async function found(id: string): Promise<Letter> {
  return (await findLetter(opened, id)) ?? expect.fail("the letter should be there");
}

async function finished(letter: Letter, at = NOW): Promise<Letter> {
  const done = await finishLetter(opened, { id: letter.id, seenVersion: letter.version, input }, at);
  return done.ok ? found(done.value) : expect.fail(done.code);
}

async function pdfOf(letter: Letter): Promise<Buffer> {
  const pdf = readLetterPdf(opened, letter);
  return pdf ? buffer(pdf) : expect.fail("a finished letter has a PDF");
}

const filesOnDisk = () => readdirSync(join(env().dataFolder, "files", opened.id));

describe("a draft", () => {
  test("holds the calls of the case as they stood, and no later one", async () => {
    const { id, content } = await drafted();
    expect(content.calls).toHaveLength(1);
    await logCall("2026-03-03T22:15:00Z");
    expect((await found(id)).content.calls).toEqual(content.calls);
  });

  test("of a case without calls is refused", async () => {
    const empty = await newCaseOf(mara.owner);
    expect(await createLetter(empty, { formKey: newId() }, NOW)).toEqual({ ok: false, code: "NO_CALLS" });
  });

  test("of the same form sent five times at once is one letter", async () => {
    const formKey = newId();
    const made = await Promise.all(Array.from({ length: 5 }, () => createLetter(opened, { formKey }, NOW)));
    expect(new Set(made.map((letter) => letter.ok && letter.value)).size).toBe(1);
    expect(await listLetters(opened)).toHaveLength(1);
  });

  test("has no PDF", async () => {
    expect(readLetterPdf(opened, await drafted())).toBeUndefined();
  });

  test("changed in two tabs takes the first, and tells the second", async () => {
    const { id } = await drafted();
    const change = (body: string) =>
      changeLetter(opened, { id, seenVersion: 1, input: { ...input, body } }, minutesLater(1));
    expect((await change("first")).ok).toBe(true);
    expect(await change("second")).toEqual({ ok: false, code: "CHANGED_MEANWHILE" });
    expect(await found(id)).toMatchObject({
      version: 2,
      updatedAt: minutesLater(1),
      content: { body: "first" },
    });
  });

  test("is not finished while something in brackets is still to be filled in", async () => {
    const { id, content } = await drafted();
    const given = { id, seenVersion: 1, input: content };
    expect(await finishLetter(opened, given, NOW)).toEqual({ ok: false, code: "PLACEHOLDERS" });
    expect(await found(id)).toMatchObject({ version: 1, finishedAt: undefined });
  });
});

describe("a finished letter", () => {
  test("is the same PDF every time, with the SHA-256 that the chain holds", async () => {
    const letter = await finished(await drafted());
    const [first, second] = [await pdfOf(letter), await pdfOf(await found(letter.id))];
    expect(first.subarray(0, 5).toString()).toBe("%PDF-");
    expect(second.equals(first)).toBe(true);
    const sha256 = createHash("sha256").update(first).digest("hex");
    const [link] = await readAuditPage(opened, { size: 1 });
    expect(link?.event).toMatchObject({ action: "letter.finished", subject: letter.id, version: 2, sha256 });
    expect(letter.pdf).toMatchObject({ sha256, sizeBytes: first.length });
  });

  test("is not changed and not finished again", async () => {
    const letter = await finished(await drafted());
    for (const seenVersion of [1, 2, 3]) {
      const change = { id: letter.id, seenVersion, input: { ...input, body: "other words" } };
      expect(await changeLetter(opened, change, NOW)).toEqual({ ok: false, code: "FINISHED" });
      expect(await finishLetter(opened, change, NOW)).toEqual({ ok: false, code: "FINISHED" });
    }
    expect(await found(letter.id)).toEqual(letter);
  });

  test("is finished once when two tabs finish it at once, and leaves one PDF", async () => {
    const { id } = await drafted();
    const finish = () => finishLetter(opened, { id, seenVersion: 1, input }, NOW);
    const done = await Promise.all([finish(), finish(), finish()]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(filesOnDisk()).toHaveLength(1);
    await pdfOf(await found(id));
  });

  test("stays when calls are logged afterwards", async () => {
    const letter = await finished(await drafted());
    const before = await pdfOf(letter);
    await logCall("2026-03-03T22:15:00Z");
    expect((await pdfOf(await found(letter.id))).equals(before)).toBe(true);
  });

  test("is a draft still, without a PDF on the disk, when its event cannot be written", async () => {
    const { id } = await drafted();
    const finish = () => finishLetter(opened, { id, seenVersion: 1, input }, NOW);
    await expect(whileWritingFails("AuditEvent", finish)).rejects.toThrow();
    expect(await found(id)).toMatchObject({ version: 1, finishedAt: undefined });
    expect(filesOnDisk()).toEqual([]);
  });

  test("is refused by the database itself when somebody would change it, and a draft is not", async () => {
    const [draft, letter] = [await drafted(), await finished(await drafted())];
    const change = (id: string) =>
      db().$executeRaw`UPDATE "Letter" SET "updatedAt" = now() WHERE "id" = ${id}::uuid`;
    await expect(change(letter.id)).rejects.toThrow("UPDATE of a finished letter is refused");
    expect(await change(draft.id)).toBe(1);
    await expect(db().$executeRaw`DELETE FROM "Letter" WHERE "id" = ${letter.id}::uuid`).rejects.toThrow(
      "refused",
    );
  });
});

test("every step of a letter is in the chain", async () => {
  const { id } = await drafted();
  await changeLetter(opened, { id, seenVersion: 1, input }, NOW);
  await finished(await found(id));
  const actions = (await readAuditPage(opened, { size: 3 })).map(({ event }) => event.action);
  expect(actions).toEqual(["letter.finished", "letter.changed", "letter.drafted"]);
  expect(await checkAuditLog(opened)).toMatchObject({ ok: true });
});

test("another person's letter is one that does not exist", async () => {
  const { id } = await drafted();
  for (const asked of [id, newId(), "letter"]) {
    expect(await findLetter(ines, asked)).toBeUndefined();
    const change = { id: asked, seenVersion: 1, input };
    expect(await changeLetter(ines, change, NOW)).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await finishLetter(ines, change, NOW)).toEqual({ ok: false, code: "NOT_FOUND" });
  }
  expect(await listLetters(ines)).toEqual([]);
});

test("a letter put in the row of another does not open", async () => {
  const [one, other] = [await drafted(), await drafted()];
  await tamperWith(
    "Letter",
    `UPDATE "Letter" SET "sealed" = (SELECT "sealed" FROM "Letter" WHERE "id" = '${other.id}') WHERE "id" = '${one.id}'`,
  );
  await expect(findLetter(opened, one.id)).rejects.toThrow("does not open in its place (letter)");
});
