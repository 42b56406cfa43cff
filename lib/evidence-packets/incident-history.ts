import type { IncidentVersion } from "@/lib/incidents/incident";
import type { IncidentId } from "@/lib/platform/ids";

/** A logged call with all that was ever written about it. */
export type IncidentHistory = {
  id: IncidentId;
  /** "A1", "A2" … by time of the call, the same as in the report and letters of the packet. */
  mark: string;
  firstWrittenAt: Date;
  /** Oldest first; never empty. */
  versions: readonly IncidentVersion[];
};

/** The version that stands now. */
export function newestVersion(history: IncidentHistory): IncidentVersion {
  const newest = history.versions.at(-1);
  if (!newest) throw new Error("A logged call has at least the version that was first written");
  return newest;
}
