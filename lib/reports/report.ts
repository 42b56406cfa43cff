import type { ChainHead } from "@/lib/audit/chain";
import type { FinishedComparison } from "@/lib/call-tracking/queries";
import type { CaseDetails } from "@/lib/cases/schema";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { Incident, IncidentHistory } from "@/lib/incidents/incident";
import { byTime, markOf } from "@/lib/letters/call-rows";
import type { MatchedCall } from "@/lib/traces/queries";

/** All that a police report is made from. The same material gives the same bytes. */
export type ReportMaterial = {
  details: CaseDetails;
  /** Every entry with all its versions. */
  histories: readonly IncidentHistory[];
  files: readonly EvidenceFile[];
  /** Calls of network traces that the person said are calls of hers. */
  traces: readonly MatchedCall[];
  /** Comparisons of captures that are done. */
  comparisons: readonly FinishedComparison[];
  /** Head of the case's audit chain when the report was made. */
  auditHead: ChainHead;
  madeAt: Date;
  /** For whom the report is made; the police unless told. */
  preparedFor?: string;
  policeReference?: string;
  /** Whether the person chose to tell what the calls do to them; left out unless so. */
  withEffect?: boolean;
};

/** A call in its newest version with its mark and its history. */
export type MarkedCall = { mark: string; incident: Incident; history: IncidentHistory };

/** The calls, earliest first, marked A1, A2 … as in the call table. */
export function markedCalls(histories: readonly IncidentHistory[]): MarkedCall[] {
  const historyOf = new Map(histories.map((history) => [history.incident.id, history]));
  return byTime(histories.map(({ incident }) => incident)).flatMap((incident, index) => {
    const history = historyOf.get(incident.id);
    return history ? [{ mark: markOf(index), incident, history }] : [];
  });
}
