import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import { newKey } from "@/lib/platform/sealed";
import { dropHeldForm, holdForm, readHeldForm } from "./held-forms";

const data = mkdtempSync(join(tmpdir(), "nightjar-held-"));
const folder = join(data, "held-forms");
beforeAll(() => {
  process.env.NIGHTJAR_DATA = data;
  process.env.DATABASE_URL = "postgresql://127.0.0.1/none";
});
afterAll(() => rmSync(data, { recursive: true }));

const form = {
  path: "/cases/1/incidents/new",
  values: { whatHappened: "He said: \u202Eتهديد 🔪 \uD83D =cmd()", kinds: ["silent", "abuse"] },
};
const now = () => new Date();

test("a held form comes back with every character that was typed", async () => {
  expect(await readHeldForm(await holdForm(form, now()), now())).toEqual(form);
});

test("a held form does not come back without its key, nor under another form's name", async () => {
  const [held, other] = [await holdForm(form, now()), await holdForm(form, now())];
  expect(await readHeldForm({ ...held, key: newKey() }, now())).toBeUndefined();
  expect(await readHeldForm({ ...held, id: other.id }, now())).toBeUndefined();
  expect(await readHeldForm({ ...held, id: newId() }, now())).toBeUndefined();
});

test.each(["../server.key", "", "..", "00000000-0000-4000-8000-000000000001/.."])(
  "%j names no held form, and nothing else on the disk",
  async (id) => {
    expect(await readHeldForm({ id, key: newKey() }, now())).toBeUndefined();
    await dropHeldForm(id);
  },
);

test("the words do not lie on the disk in the clear", async () => {
  const { id } = await holdForm(form, now());
  const onDisk = readFileSync(join(folder, id));
  for (const words of ["He said", "تهديد", "silent", "incidents/new"])
    expect(onDisk.includes(words)).toBe(false);
});

test("a form that was dropped is gone, and dropping it twice is as good as once", async () => {
  const held = await holdForm(form, now());
  await dropHeldForm(held.id);
  await dropHeldForm(held.id);
  expect(await readHeldForm(held, now())).toBeUndefined();
});

test("a form is kept for a day, and swept away after it when the next one comes", async () => {
  const [young, old] = [await holdForm(form, now()), await holdForm(form, now())];
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
  utimesSync(join(folder, young.id), hours(23), hours(23));
  utimesSync(join(folder, old.id), hours(25), hours(25));
  await holdForm(form, now());
  expect(await readHeldForm(young, now())).toEqual(form);
  expect(readdirSync(folder)).not.toContain(old.id);
});

test("a held form does not come back once its day is over", async () => {
  const held = await holdForm(form, now());
  expect(await readHeldForm(held, new Date(Date.now() + 23 * 3_600_000))).toEqual(form);
  expect(await readHeldForm(held, new Date(Date.now() + 25 * 3_600_000))).toBeUndefined();
});
