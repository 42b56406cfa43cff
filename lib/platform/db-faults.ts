// What the errors of Prisma, the driver and PostgreSQL mean; nothing here touches the database.

/** Whether an error says that a row with the same unique value stands already (the same form sent twice). */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === "P2002";
}

const AWAY_CODES = new Set([
  // Prisma's own, Node's, and PostgreSQL's for a server that shuts down or starts up (appendix A, class 57).
  ...[
    "P1001",
    "P1002",
    "P1008",
    "P1017",
    "P2024",
    "P2028",
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
  ],
  ...["57P01", "57P02", "57P03", "DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"],
]);
// The driver says these with a message alone.
const AWAY_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

type Fault = {
  code?: string;
  kind?: string;
  name?: string;
  message?: string;
  cause?: unknown;
  meta?: FaultMeta;
};
type FaultMeta = { driverAdapterError?: unknown };

/** Whether an error says that the database cannot be reached, rather than that it refused something. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, kind, name, message, cause, meta } = error as Fault;
  return (
    AWAY_CODES.has(code ?? "") ||
    AWAY_CODES.has(kind ?? "") ||
    name === "PrismaClientInitializationError" ||
    AWAY_MESSAGE.test(message ?? "") ||
    isDatabaseAway(cause) ||
    isDatabaseAway(meta?.driverAdapterError)
  );
}
