import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

// The migrations as `prisma migrate deploy` applies and records them, without its engine, which is a separate download:
// the same lock, table, checksum and order of writing, so the official command finds its own work.

/** The advisory lock of Prisma's engine. */
const MIGRATION_LOCK = 72707369;
const DATABASE_MISSING = "3D000";
const MADE_BY_ANOTHER = ["42P04", "23505"];

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string };
type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null };

/**
 * Brings the database up to date, making it if it does not exist, and gives the names of the migrations applied now. Safe
 * to call from several processes at once. Throws when an earlier migration did not finish or was changed since.
 */
export async function applyMigrations(
  databaseUrl: string,
  folder = join(process.cwd(), "prisma", "migrations"),
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await connectOrCreate(databaseUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await applyPending(client, migrations);
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

async function connectOrCreate(databaseUrl: string): Promise<pg.Client> {
  try {
    return await connect(databaseUrl);
  } catch (error) {
    if (codeOf(error) !== DATABASE_MISSING) throw error;
    await createDatabase(databaseUrl);
    return connect(databaseUrl);
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: "nightjar migrations" });
  // A query that loses its connection rejects by itself; without a listener the loss would also end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function createDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = "/postgres";
  const client = await connect(url.href);
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!MADE_BY_ANOTHER.includes(codeOf(error) ?? "")) throw error;
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await ensureMigrationsTable(client);
  const applied = await readApplied(client);
  refuseUnfinished(applied);
  refuseChanged(migrations, applied);
  const done = new Set(applied.map((row) => row.migration_name));
  const pending = migrations.filter(({ name }) => !done.has(name));
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function ensureMigrationsTable(client: pg.Client): Promise<void> {
  const known = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  if (known.rows[0].known) return;
  await refuseForeignTables(client);
  await client.query(MIGRATIONS_TABLE);
}

// Prisma's P3005: tables without a record of migrations are another program's, and DATABASE_URL names the wrong database.
async function refuseForeignTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
      LIMIT 1`,
  );
  if (rows[0]) {
    throw new Error(
      `The database that DATABASE_URL names holds tables of another program ("${rows[0].name}"). Name an empty one.`,
    );
  }
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function refuseUnfinished(applied: AppliedRow[]): void {
  const unfinished = applied.find((row) => row.finished_at === null);
  if (!unfinished) return;
  throw new Error(
    `The migration "${unfinished.migration_name}" was begun and did not finish${unfinished.logs ? `: ${unfinished.logs}` : "."}\n` +
      "See what of it is in the database and mend that. Then, to have it applied anew:\n" +
      `  npm run prisma -- migrate resolve --rolled-back ${unfinished.migration_name}`,
  );
}

function refuseChanged(migrations: Migration[], applied: AppliedRow[]): void {
  for (const { name, sql } of migrations) {
    const row = applied.find((candidate) => candidate.migration_name === name);
    if (!row || checksums(sql).includes(row.checksum)) continue;
    throw new Error(
      `The migration "${name}" was changed after it had been applied to this database. Restore its migration.sql; ` +
        "a further change needs a migration of its own.",
    );
  }
}

// As in Prisma's engine: a checkout with other line ends is not a change.
function checksums(sql: string): string[] {
  const unix = sql.replaceAll("\r\n", "\n");
  return [sql, unix, unix.replaceAll("\n", "\r\n")].map(checksum);
}

function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

// The row stands before the change begins, so that a change cut short is seen at the next start.
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())",
    [id, checksum(sql), name],
  );
  try {
    await client.query(sql);
  } catch (error) {
    await recordFailure(client, id, error).catch(() => undefined);
    throw new Error(`The migration "${name}" failed: ${messageOf(error)}`, { cause: error });
  }
  await client.query(
    "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1",
    [id],
  );
}

// A migration that opened a transaction of its own has left it broken, and that must end first. Where the connection is
// lost, the unfinished row tells enough.
async function recordFailure(client: pg.Client, id: string, error: unknown): Promise<void> {
  await client.query("ROLLBACK");
  await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, messageOf(error)]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code;
}
