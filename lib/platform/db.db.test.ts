import { type AddressInfo, createServer, type Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, test } from "vitest";
import { PrismaClient } from "@/prisma/generated/client";
import { db, type Transaction } from "./db";
import { isDatabaseAway, isDuplicate } from "./db-faults";
import { newId } from "./ids";
import { canReachDatabase } from "./queries";
import { useDatabase } from "./test-database";

useDatabase();

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const account = (fill: number) => ({
  id: newId(),
  signInTag: bytes(fill),
  recoveryTag: bytes(fill),
  passwordWrap: bytes(0),
  recoveryWrap: bytes(0),
  sealedName: bytes(0),
  createdAt: new Date("2026-03-05T09:30:00Z"),
});

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail("it should have failed"),
    (error: unknown) => error,
  );
}

test("a row that stands already is told from every other fault", async () => {
  await db().account.create({ data: account(1) });
  const twice = await failureOf(db().account.create({ data: account(1) }));
  const without = await failureOf(db().$executeRaw`INSERT INTO "Account" ("id") VALUES (gen_random_uuid())`);
  expect([isDuplicate(twice), isDuplicate(without)]).toEqual([true, false]);
  expect([isDatabaseAway(twice), isDatabaseAway(without)]).toEqual([false, false]);
});

test("no other error is taken for a database that is away", () => {
  for (const error of [new Error("no"), undefined, "P1001", { code: "P2025" }])
    expect(isDatabaseAway(error)).toBe(false);
});

type Ask = (client: PrismaClient) => Promise<unknown>;
const asks: [how: string, ask: Ask][] = [
  ["a query", (client) => client.account.count()],
  ["a query in SQL", (client) => client.$queryRaw`SELECT 1`],
  ["a transaction", (client) => client.$transaction((tx) => tx.account.count())],
];

describe("a database counts as away for", () => {
  test.each(asks)("%s, when nobody listens", async (_, ask) => {
    expect(isDatabaseAway(await failureAt(9, ask))).toBe(true);
  });

  test.each(asks)("%s, when the connection is closed at once", async (_, ask) => {
    expect(isDatabaseAway(await failureAtServer((socket) => socket.destroy(), ask))).toBe(true);
  });

  test.each(asks)("%s, when nobody answers", async (_, ask) => {
    expect(isDatabaseAway(await failureAtServer((socket) => socket.resume(), ask))).toBe(true);
  });

  test("a query, when every connection is taken for too long", async () => {
    const adapter = new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: 200,
    });
    const client = new PrismaClient({ adapter, errorFormat: "minimal" });
    const held = Promise.resolve(client.$queryRaw`SELECT pg_sleep(2)::text`); // Prisma begins when it is awaited
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isDatabaseAway(await failureOf(client.account.count()))).toBe(true);
    await held;
    await client.$disconnect();
  });

  test("a query, when the server ends its connection in the middle", async () => {
    expect(
      isDatabaseAway(await failureOf(db().$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`)),
    ).toBe(true);
    expect(await canReachDatabase(), "the next query finds another connection").toBe(true);
  });

  test("a transaction, when the server ends its connection between two queries", async () => {
    for (const rest of [(tx: Transaction) => tx.account.count(), async () => 0]) {
      const broken = db().$transaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        await db().$queryRaw`SELECT pg_terminate_backend(${row?.pid}::int)`;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return rest(tx);
      });
      expect(isDatabaseAway(await failureOf(broken))).toBe(true);
    }
  });
});

async function failureAt(port: number, ask: Ask): Promise<unknown> {
  const connectionString = `postgresql://mara:none@127.0.0.1:${port}/nightjar`;
  const adapter = new PrismaPg({ connectionString, connectionTimeoutMillis: 200 });
  const client = new PrismaClient({ adapter, errorFormat: "minimal" });
  return failureOf(ask(client)).finally(() => client.$disconnect());
}

/** The failure at a server that is no database: it does nothing but `answer` each connection. */
async function failureAtServer(answer: (socket: Socket) => void, ask: Ask): Promise<unknown> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return failureAt((server.address() as AddressInfo).port, ask).finally(() => server.close());
}
