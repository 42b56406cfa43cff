// For tests only: what somebody with full power over the database could do.
import { db } from "./db";

/** Runs statements while the triggers of a table are switched off. */
export async function tamperWith(table: string, ...statements: string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  });
}

/** Runs `work` while the database refuses to write into a table, as if its disk were full. */
export async function whileWritingFails<Value>(table: string, work: () => Promise<Value>): Promise<Value> {
  await db().$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION "full_disk"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`,
  );
  await db().$executeRawUnsafe(
    `CREATE TRIGGER "full_disk" BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION "full_disk"()`,
  );
  try {
    return await work();
  } finally {
    await db().$executeRawUnsafe(`DROP TRIGGER "full_disk" ON "${table}"`);
  }
}

/** Every table of the program with the number of its rows. */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY table_name`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM "${name}"`,
    );
    counts[name] = row?.rows ?? 0;
  }
  return counts;
}
