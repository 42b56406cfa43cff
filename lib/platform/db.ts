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
      connectionTimeoutMillis: 5_000,
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

/** Whether an error says that a row with the same unique value stands already (the same form sent twice). */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === "P2002";
}

const AWAY = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "ECONNREFUSED",
  "ECONNRESET",
  "57P01",
  "57P03",
]);

/** Whether an error says that the database cannot be reached, rather than that it refused something. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause; cause = (cause as { cause?: unknown }).cause) {
    const { code, kind, name } = cause as { code?: string; kind?: string; name?: string };
    if (code && AWAY.has(code)) return true;
    if (kind === "DatabaseNotReachable" || kind === "ConnectionClosed" || kind === "SocketTimeout")
      return true;
    if (name === "PrismaClientInitializationError") return true;
  }
  return false;
}
