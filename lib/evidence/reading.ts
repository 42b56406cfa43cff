// Reading a large file goes on in the background; what the database says of it is told here.

export const readingFaults = ["MEMORY", "TIME", "DAMAGED", "PROGRAM"] as const;
/** Why a reading broke off: too large for its limits, the stored file does not open, or a fault of ours. */
export type ReadingFault = (typeof readingFaults)[number];

export const readingStates = ["waiting", "reading", "read", "failed", "stopped"] as const;
/** "waiting": nobody reads it yet; "stopped": whoever read it is gone. */
export type ReadingState = (typeof readingStates)[number];

/** The sign of life of what nobody has begun to read. */
export const NEVER_SEEN = new Date(0);

/** Milliseconds without a sign of life after which a reading counts as stopped. */
export const STOPPED_AFTER_MS = 30_000;

/** How often whoever reads gives a sign of life. */
export const SIGN_OF_LIFE_MS = 2_000;

/** Where a reading stands: it gives a sign of life every few seconds, so one without has stopped. */
export function stateOfReading(
  row: { seenAt: Date; finishedAt: Date | null; failedAt: Date | null },
  now: Date,
): ReadingState {
  if (row.finishedAt) return "read";
  if (row.failedAt) return "failed";
  if (row.seenAt.getTime() === NEVER_SEEN.getTime()) return "waiting";
  return now.getTime() - row.seenAt.getTime() > STOPPED_AFTER_MS ? "stopped" : "reading";
}

/** Which rows nobody reads now, so that the one who asks may begin. For the `where` of an update. */
export function readByNobody(now: Date) {
  const stopped = new Date(now.getTime() - STOPPED_AFTER_MS);
  return { finishedAt: null, OR: [{ failedAt: { not: null } }, { seenAt: { lt: stopped } }] };
}
