import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: { url: string; template: string };
  }
}

/**
 * Gives the test file that calls it a database of its own with all migrations applied, and a data folder of its own, by way
 * of the settings DATABASE_URL and NIGHTJAR_DATA. Both are gone after the file's last test.
 */
export function useDatabase(): void {
  const database = newDatabaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), "nightjar-files-"));
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${nameOf(database)} TEMPLATE ${inject("databaseServer").template}`);
    process.env.DATABASE_URL = database;
    process.env.NIGHTJAR_DATA = dataFolder;
  });
  afterAll(async () => {
    const { closeDb } = await import("@/lib/platform/db");
    await closeDb();
    await dropDatabase(database);
    rmSync(dataFolder, { recursive: true, force: true });
  });
}

/** The address of a database that does not exist yet, on the server that the tests run on. */
export function newDatabaseUrl(): string {
  return urlOf(`nightjar_test_${randomBytes(6).toString("hex")}`);
}

export function dropDatabase(databaseUrl: string): Promise<void> {
  return onServer(`DROP DATABASE IF EXISTS ${nameOf(databaseUrl)} WITH (FORCE)`);
}

function urlOf(database: string): string {
  const url = new URL(inject("databaseServer").url);
  url.pathname = `/${database}`;
  return url.href;
}

function nameOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1);
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
