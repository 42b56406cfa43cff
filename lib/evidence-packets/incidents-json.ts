import { digestOf } from "@/lib/platform/digest";
import type { IncidentHistory } from "./incident-history";

export const INCIDENTS_SCHEMA = "nightjar/incidents/1";

/**
 * The calls with every version, exactly as typed: lone surrogates and control characters stand as JSON escapes. The
 * `sha256` of a version is the one in the audit event that logged or amended it.
 */
export function incidentsJson(histories: readonly IncidentHistory[], madeAt: Date): string {
  const incidents = histories.map(({ id, mark, firstWrittenAt, versions }) => ({
    id,
    mark,
    firstWrittenAt: firstWrittenAt.toISOString(),
    versions: versions.map(({ version, writtenAt, reason, content }) => ({
      version,
      writtenAt: writtenAt.toISOString(),
      reason,
      content,
      sha256: digestOf({ reason, content }),
    })),
  }));
  return `${JSON.stringify({ schema: INCIDENTS_SCHEMA, madeAt: madeAt.toISOString(), incidents }, null, 2)}\n`;
}
