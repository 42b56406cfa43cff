import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseId, newId } from "@/lib/platform/ids";
import { newKey } from "@/lib/platform/sealed";
import { type FilePlace, readFile, removeCaseFiles, removeFile, writeFile } from "./file-store";

const folder = mkdtempSync(join(tmpdir(), "nightjar-store-"));
beforeAll(() => {
  process.env.NIGHTJAR_DATA = folder;
  process.env.DATABASE_URL = "postgresql://127.0.0.1/none";
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (): FilePlace => ({ caseId: newId<CaseId>(), fileId: newId(), key: newKey() });
const pathOf = ({ caseId, fileId }: FilePlace) => join(folder, "files", caseId, fileId);
const stream = (...pieces: Buffer[]) => Readable.from(pieces, { objectMode: false });
const bytes = (length: number) => Buffer.alloc(length, "the caller’s words ");
const UNLIMITED = Number.POSITIVE_INFINITY;

test.each([0, 1, 65_535, 65_536, 65_537, 3_000_000])(
  "%i bytes come back as they were, with their size and SHA-256",
  async (length) => {
    const [here, plain] = [place(), bytes(length)];
    expect(await writeFile(here, stream(plain), UNLIMITED)).toEqual({
      sizeBytes: length,
      sha256: createHash("sha256").update(plain).digest("hex"),
    });
    expect((await buffer(readFile(here))).equals(plain)).toBe(true);
  },
);

test("what lies on the disk tells nothing, and only the server's user may open it", async () => {
  const here = place();
  await writeFile(here, stream(bytes(100_000)), UNLIMITED);
  expect(readFileSync(pathOf(here)).includes("caller")).toBe(false);
  expect(statSync(pathOf(here)).mode & 0o777).toBe(0o600);
});

test("a file that was changed on the disk does not open", async () => {
  const here = place();
  await writeFile(here, stream(bytes(200_000)), UNLIMITED);
  const onDisk = readFileSync(pathOf(here));
  writeFileSync(pathOf(here), onDisk.with(100_000, (onDisk[100_000] ?? 0) ^ 1));
  await expect(buffer(readFile(here))).rejects.toThrow("changed or cut");
});

test("a file put in the place of another does not open", async () => {
  const here = place();
  const there = { ...here, fileId: newId() };
  await writeFile(here, stream(bytes(10)), UNLIMITED);
  renameSync(pathOf(here), pathOf(there));
  await expect(buffer(readFile(there))).rejects.toThrow();
});

test("a file that is gone is an error, not an empty file", async () => {
  await expect(buffer(readFile(place()))).rejects.toThrow("ENOENT");
});

test("a file of exactly the limit is taken; one byte more is refused and leaves nothing behind", async () => {
  const here = place();
  expect(await writeFile(here, stream(bytes(1_000)), 1_000)).toMatchObject({ sizeBytes: 1_000 });
  const over = { ...here, fileId: newId() };
  await expect(writeFile(over, stream(bytes(600), bytes(401)), 1_000)).rejects.toThrow(
    "More than 1000 bytes",
  );
  expect(readdirSync(join(folder, "files", here.caseId))).toEqual([here.fileId]);
});

test("an upload that breaks off leaves nothing behind", async () => {
  const here = place();
  const broken = Readable.from(
    (async function* () {
      yield bytes(100_000);
      throw new Error("The line went dead");
    })(),
    { objectMode: false },
  );
  await expect(writeFile(here, broken, UNLIMITED)).rejects.toThrow("The line went dead");
  expect(readdirSync(join(folder, "files", here.caseId))).toEqual([]);
});

test("removing a file twice is as good as once, and the files of a case go together", async () => {
  const here = place();
  await writeFile(here, stream(bytes(10)), UNLIMITED);
  await writeFile({ ...here, fileId: newId() }, stream(bytes(10)), UNLIMITED);
  await removeFile(here);
  await removeFile(here);
  await removeCaseFiles(here.caseId);
  await removeCaseFiles(here.caseId);
  expect(readdirSync(join(folder, "files"))).not.toContain(here.caseId);
});
