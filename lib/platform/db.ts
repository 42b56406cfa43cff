import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

export type Transaction = Prisma.TransactionClient;

// Next's development server loads modules anew on each change; the pool must outlive that.
const shared = globalThis as { nightjarDb?: PrismaClient };

/** The database. Only `queries.ts` and `commands.ts` of a feature call this (lib/architecture.test.ts). */
export function db(): PrismaClient {
  shared.nightjarDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      max: 20,
      connectionTimeoutMillis: 15_000,
    }),
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return shared.nightjarDb;
}

export async function closeDb(): Promise<void> {
  await shared.nightjarDb?.$disconnect();
  shared.nightjarDb = undefined;
}

/** Reads that belong together see the database as it was at one moment, whatever is written meanwhile. */
export async function inOneMoment<Value>(read: (client: Transaction) => Promise<Value>): Promise<Value> {
  return db().$transaction(read, { isolationLevel: "RepeatableRead" });
}
