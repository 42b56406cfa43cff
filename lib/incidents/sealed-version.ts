import type { IncidentContent } from "./incident";

/** What is sealed of a version; number and time stand beside it in the clear. */
export type SealedVersion = { reason: string; content: IncidentContent };

export function versionContext(incidentId: string, version: number): string {
  return `incident-version:${incidentId}:${version}`;
}
