import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations } from "./migrate";
import { dropDatabase, newDatabaseUrl } from "./test-database";

let url: string;
let folder: string;

beforeEach(() => {
  url = newDatabaseUrl();
  folder = mkdtempSync(join(tmpdir(), "nightjar-migrations-"));
  writeMigration("1_bells", "CREATE TABLE bell (id int); INSERT INTO bell VALUES (1);");
  writeMigration(
    "2_ropes",
    "CREATE TABLE rope (id int); -- a remark\nALTER TABLE bell ADD COLUMN note text;",
  );
});

afterEach(async () => {
  await dropDatabase(url);
  rmSync(folder, { recursive: true });
});

test("an empty database gets every migration in the order of names, also when it does not exist yet", async () => {
  expect(await applyMigrations(url, folder)).toEqual(["1_bells", "2_ropes"]);
  expect(await query("SELECT id, note FROM bell")).toEqual([{ id: 1, note: null }]);
  expect(
    await query("SELECT migration_name, applied_steps_count FROM _prisma_migrations ORDER BY 1"),
  ).toEqual([
    { migration_name: "1_bells", applied_steps_count: 1 },
    { migration_name: "2_ropes", applied_steps_count: 1 },
  ]);
});

test("a second run does nothing, and a later migration is applied alone", async () => {
  await applyMigrations(url, folder);
  expect(await applyMigrations(url, folder)).toEqual([]);
  writeMigration("3_wheels", "CREATE TABLE wheel (id int)");
  expect(await applyMigrations(url, folder)).toEqual(["3_wheels"]);
});

test("five processes that start at once apply each migration once", async () => {
  const runs = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(url, folder)));
  expect(runs.flat().sort()).toEqual(["1_bells", "2_ropes"]);
  expect(await query("SELECT count(*)::int AS bells FROM bell")).toEqual([{ bells: 1 }]);
});

test("a migration that fails leaves nothing of itself, and stops every later start until it is resolved", async () => {
  writeMigration("3_broken", "CREATE TABLE wheel (id int); SELECT 1 / 0;");
  writeMigration("4_after", "CREATE TABLE stay (id int)");
  await expect(applyMigrations(url, folder)).rejects.toThrow('"3_broken" failed: division by zero');
  await expect(applyMigrations(url, folder)).rejects.toThrow(
    /"3_broken" was begun and did not finish: division by zero/,
  );
  expect(await query("SELECT to_regclass('wheel') AS wheel, to_regclass('stay') AS stay")).toEqual([
    { wheel: null, stay: null },
  ]);

  writeMigration("3_broken", "CREATE TABLE wheel (id int)");
  await query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '3_broken'");
  expect(await applyMigrations(url, folder)).toEqual(["3_broken", "4_after"]);
});

test("a migration that opens a transaction of its own and fails is recorded as well", async () => {
  writeMigration("3_broken", "BEGIN; CREATE TABLE wheel (id int); SELECT 1 / 0; COMMIT;");
  await expect(applyMigrations(url, folder)).rejects.toThrow("division by zero");
  expect(
    await query("SELECT logs, finished_at FROM _prisma_migrations WHERE migration_name = '3_broken'"),
  ).toEqual([{ logs: "division by zero", finished_at: null }]);
});

test("a migration changed after it was applied is refused by name; other line ends are no change", async () => {
  await applyMigrations(url, folder);
  writeMigration(
    "2_ropes",
    "CREATE TABLE rope (id int); -- a remark\r\nALTER TABLE bell ADD COLUMN note text;",
  );
  expect(await applyMigrations(url, folder)).toEqual([]);
  writeMigration("2_ropes", "CREATE TABLE rope (id bigint)");
  await expect(applyMigrations(url, folder)).rejects.toThrow(
    '"2_ropes" was changed after it had been applied',
  );
});

test("a database with another program's tables is left alone", async () => {
  await applyMigrations(url, folder);
  await query("DROP TABLE _prisma_migrations, rope; ALTER TABLE bell RENAME TO ledger");
  await expect(applyMigrations(url, folder)).rejects.toThrow('tables of another program ("ledger")');
  expect(await query("SELECT to_regclass('bell') AS bell")).toEqual([{ bell: null }]);
});

// Prisma's own command needs an engine that is a separate download, so it is run where one is at hand.
const prismaCommand = join(process.cwd(), "..", "shared", "tools", "prisma.mjs");

test("the repository's migrations apply to an empty database", async () => {
  expect((await applyMigrations(url)).length).toBeGreaterThan(0);
  expect(await applyMigrations(url)).toEqual([]);
});

test.skipIf(!existsSync(prismaCommand))("Prisma's own command finds what we applied up to date", async () => {
  await applyMigrations(url);
  const { stdout, status } = spawnSync(process.execPath, [prismaCommand, "migrate", "status"], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
  });
  expect(stdout).toContain("Database schema is up to date");
  expect(status).toBe(0);
});

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
