import { createHash } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";

/** Asks the database of the server under test, or another one. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
  connectionString = process.env.DATABASE_URL,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** How many rows a table has, all of them or those with an id in one of its columns. */
export async function countRows(
  table: string,
  of?: { column: string; id: string },
  url?: string,
): Promise<number> {
  const where = of ? `WHERE "${of.column}" = $1` : "";
  const [row] = await query<{ count: string }>(
    `SELECT count(*) FROM "${table}" ${where}`,
    of ? [of.id] : [],
    url,
  );
  return Number(row?.count);
}

/** Ends the session of a browser behind its back, as the passing of time does; the browser keeps its cookies. */
export async function endSessionOf(context: BrowserContext) {
  await query(`DELETE FROM "Session" WHERE "tokenHash" = $1`, [await tokenHash(context)]);
}

/** Makes the session of a browser look as if it had stood for so long without a sign of life. */
export async function ageSessionOf(
  context: BrowserContext,
  column: "lastSeenAt" | "expiresAt",
  minutes: number,
) {
  await query(`UPDATE "Session" SET "${column}" = now() - make_interval(mins => $2) WHERE "tokenHash" = $1`, [
    await tokenHash(context),
    minutes,
  ]);
}

async function tokenHash(context: BrowserContext): Promise<Buffer> {
  const cookie = (await context.cookies()).find(({ name }) => name === "__Host-nightjar-session");
  if (!cookie) throw new Error("This browser is not signed in");
  return createHash("sha256").update(Buffer.from(cookie.value, "base64url")).digest();
}
