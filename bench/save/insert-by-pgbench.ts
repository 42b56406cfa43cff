import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Bytes of what is sealed in the rows that one saved call leaves. */
export type SealedSizes = { version: number; event: number };

type Inserting = { folder: string; caseId: string; sizes: SealedSizes; count: number; firstSequence: number };

/**
 * Inserts the three rows of a saved call `count` times by PostgreSQL's own measuring program, each time in one
 * transaction on one connection, and gives the milliseconds that each took.
 */
export async function insertByPgbench({
  folder,
  caseId,
  sizes,
  count,
  firstSequence,
}: Inserting): Promise<number[]> {
  const script = join(folder, "insert.sql");
  await writeFile(script, insertScript(caseId, sizes));
  const options = ["--no-vacuum", "--protocol=prepared", "--log", `--log-prefix=${join(folder, "pgbench")}`];
  const work = [`--transactions=${count}`, `--define=sequence=${firstSequence}`, `--file=${script}`];
  await run(process.env.PGBENCH ?? "", [...options, ...work], {
    env: { ...process.env, ...connectionOf(process.env.DATABASE_URL ?? "") },
    timeout: 120_000,
  });
  return readLog(folder);
}

/** Random bytes, since sealed ones do not compress either; ids from a hash, since random ones land anywhere in an index. */
function insertScript(caseId: string, sizes: SealedSizes): string {
  const bytes = (size: number) => `'\\x${randomBytes(size).toString("hex")}'`;
  const id = (what: string) => `md5('${what} ${caseId} ' || :sequence)::uuid`;
  return `\\set sequence :sequence + 1
BEGIN;
INSERT INTO "Incident" ("id", "caseId", "formKey", "startedAt", "writtenAt", "version")
  VALUES (${id("incident")}, '${caseId}', ${id("form")}, now(), now(), 1);
INSERT INTO "IncidentVersion" ("incidentId", "version", "writtenAt", "sealed")
  VALUES (${id("incident")}, 1, now(), ${bytes(sizes.version)});
INSERT INTO "AuditEvent" ("id", "caseId", "sequence", "at", "sealed")
  VALUES (${id("event")}, '${caseId}', :sequence, now(), ${bytes(sizes.event)});
COMMIT;
`;
}

// By the environment, because every user of the machine can read a program's arguments.
function connectionOf(databaseUrl: string): Record<string, string> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  return {
    PGHOST: hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  };
}

// A line for each transaction: client, number, microseconds, script, and when it ended.
async function readLog(folder: string): Promise<number[]> {
  const logs = (await readdir(folder))
    .filter((name) => name.startsWith("pgbench."))
    .map((name) => join(folder, name));
  const text = (await Promise.all(logs.map((log) => readFile(log, "utf8")))).join("");
  await Promise.all(logs.map((log) => rm(log)));
  return text
    .trim()
    .split("\n")
    .map((line) => Number(line.split(" ")[2]) / 1000);
}
