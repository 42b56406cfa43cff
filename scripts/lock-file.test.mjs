import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLockFile } from "./lock-file.mjs";

let folder;
let file;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nightjar-lock-"));
  file = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("one at a time works under the lock, and it is gone afterwards, also after a failure", async () => {
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await pause(20);
    inside -= 1;
  };
  await Promise.all([withLockFile(file, work), withLockFile(file, work), withLockFile(file, work)]);
  await expect(withLockFile(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that is dead is taken over by one of those who wait", async () => {
  writeFileSync(file, "999999999 gone\n");
  const turns = await Promise.all([1, 2, 3].map((turn) => withLockFile(file, () => turn)));
  expect(turns).toEqual([1, 2, 3]);
});

test("a lock that was not touched for a minute is stale, whoever has its pid now", async () => {
  writeFileSync(file, `${process.pid} another\n`);
  utimesSync(file, new Date(), new Date(Date.now() - 61_000));
  expect(await withLockFile(file, () => "taken")).toBe("taken");
});

test("whoever waits is told once", async () => {
  let waits = 0;
  const holder = withLockFile(file, () => pause(250));
  await withLockFile(file, () => {}, { onWait: () => (waits += 1) });
  await holder;
  expect(waits).toBe(1);
});
