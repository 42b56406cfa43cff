// Everything that belongs to a row: the row itself, and whatever refers to it over any number of foreign keys.
import { Client } from "pg";

export type Row = { table: string; values: Record<string, unknown> };

/** The row of this id and all rows below it, in a lasting order; `omit` names columns that are left out. */
export async function rowsBelow(
  url: string,
  { table, id }: { table: "Account" | "Case"; id: string },
  omit: readonly string[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const into = { client, keys: await foreignKeysOf(client), rows: new Map<string, Row>(), omit };
    await collect(into, { table: `"${table}"`, column: "id", ids: [id] });
    return [...into.rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  } finally {
    await client.end();
  }
}

/** The account behind a case. */
export async function ownerOf(url: string, caseId: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT "ownerId" FROM "Case" WHERE id = $1', [caseId]);
  await client.end();
  return rows[0].ownerId;
}

type ForeignKey = { parent: string; child: string; column: string };
type Collected = {
  client: Client;
  keys: ForeignKey[];
  rows: Map<string, Row>;
  omit: readonly string[];
};

async function foreignKeysOf(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT confrelid::regclass::text AS parent, conrelid::regclass::text AS child, attname AS column
     FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
     WHERE contype = 'f'`,
  );
  return rows;
}

async function collect(
  into: Collected,
  { table, column, ids }: { table: string; column: string; ids: string[] },
) {
  const { rows } = await into.client.query<{ values: Row["values"] }>(
    `SELECT to_jsonb(t) AS values FROM ${table} t WHERE "${column}" = ANY($1::uuid[])`,
    [ids],
  );
  const found: string[] = [];
  for (const { values } of rows) {
    const place = `${table} ${values.id ?? JSON.stringify(values)}`;
    if (into.rows.has(place)) continue;
    const kept = Object.entries(values).filter(([name]) => !into.omit.includes(name));
    into.rows.set(place, { table, values: Object.fromEntries(kept) });
    if (typeof values.id === "string") found.push(values.id);
  }
  if (found.length === 0) return;
  for (const key of into.keys)
    if (key.parent === table) await collect(into, { table: key.child, column: key.column, ids: found });
}
