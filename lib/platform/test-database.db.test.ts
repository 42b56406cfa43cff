import { expect, test } from "vitest";
import { db } from "./db";
import { useDatabase } from "./test-database";

useDatabase();

test("a test file has a database of its own, with every migration applied", async () => {
  const [row] = await db().$queryRaw<[{ name: string; migrations: number }]>`
    SELECT current_database() AS name, count(*)::int AS migrations FROM _prisma_migrations
    WHERE finished_at IS NOT NULL`;
  expect(process.env.DATABASE_URL).toContain(row.name);
  expect(row.migrations).toBeGreaterThan(0);
});
