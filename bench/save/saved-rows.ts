import pg from "pg";
import type { SealedSizes } from "./insert-by-pgbench";

/** Asks the database itself, in one short connection. */
async function ask<Row extends pg.QueryResultRow>(
  question: string,
  values: unknown[],
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(question, values)).rows[0];
  } finally {
    await client.end();
  }
}

/** How many calls of these cases the database holds, with version and audit event; what was answered must be there. */
export async function countSaved(caseIds: readonly string[]): Promise<number> {
  const question = `SELECT count(*)::int AS calls FROM "Incident" i
    JOIN "IncidentVersion" v ON v."incidentId" = i."id" WHERE i."caseId" = ANY($1)`;
  return (await ask<{ calls: number }>(question, [caseIds]))?.calls ?? 0;
}

/** The sizes of what the last saved call of a case left. */
export async function sizesOfLast(caseId: string): Promise<SealedSizes> {
  const question = `SELECT octet_length(v."sealed") AS version, octet_length(e."sealed") AS event
    FROM "Incident" i JOIN "IncidentVersion" v ON v."incidentId" = i."id" JOIN "AuditEvent" e ON e."caseId" = i."caseId"
    WHERE i."caseId" = $1 ORDER BY e."sequence" DESC LIMIT 1`;
  const sizes = await ask<SealedSizes>(question, [caseId]);
  if (!sizes) throw new Error("No call was saved, so there are no sizes to copy");
  return sizes;
}
