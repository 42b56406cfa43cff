import "server-only";
import type { MatchReason, ProposedIncident } from "@/components/traces/match-form";
import {
  type LoggedCall,
  type ProposedIncident as Proposal,
  proposeIncidents,
} from "@/lib/caller-identity/propose-incidents";
import type { OwnedCase } from "@/lib/cases/case";
import { formatCallTime } from "@/lib/incidents/call-time";
import type { Incident } from "@/lib/incidents/incident";
import { listIncidentsAround, readIncident } from "@/lib/incidents/queries";
import { texts } from "@/lib/platform/texts";
import { type FoundCall, listMatches } from "@/lib/traces/queries";

/** How far around a traced call logged calls are looked at: more than any proposal allows. */
const HOURS_AROUND = 6;

type Shown = { id: string; title: string; href: string };

/** Which logged call the person said this call is, or which it may be. */
export async function matchProposals(
  opened: OwnedCase,
  { trace, line, verdict }: FoundCall,
): Promise<{ proposed: ProposedIncident[]; confirmed?: Shown }> {
  const matches = await listMatches(opened, trace);
  const match = matches.find(({ call }) => call === line.summary.number);
  const confirmed = match && (await readIncident(opened, match.incidentId));
  if (confirmed) return { proposed: [], confirmed: shown(opened, confirmed.incident) };
  const { startedAt } = line.summary;
  if (startedAt === undefined) return { proposed: [] };
  const near = await listIncidentsAround(opened, new Date(startedAt / 1_000), HOURS_AROUND);
  const call = { startedAt, caller: verdict.claimed, isWithheld: verdict.isWithheld };
  const proposals = proposeIncidents({ call, incidents: near.map(loggedCall) });
  return {
    proposed: proposals.flatMap((proposal) => {
      const incident = near.find(({ id }) => id === proposal.id);
      return incident ? [{ ...shown(opened, incident), reasons: reasonsOf(proposal) }] : [];
    }),
  };
}

function shown({ id: caseId }: OwnedCase, { id, content }: Incident): Shown {
  const title = texts("incidents.page")("timeText", formatCallTime(content.time));
  return { id, title, href: `/cases/${caseId}/incidents/${id}` };
}

function loggedCall({ id, content: { time, shown } }: Incident): LoggedCall {
  return {
    id,
    startedAt: new Date(time.utc),
    precision: time.precision,
    shownNumber: shown.number,
    e164: shown.e164,
    isWithheld: shown.presentation === "withheld",
  };
}

function reasonsOf({ secondsApart, number }: Proposal): MatchReason[] {
  const time: MatchReason = { kind: "time", minutes: Math.round(Math.abs(secondsApart) / 60) };
  if (number === "equal") return [time, { kind: "same-number" }];
  if (number === "ends-equal") return [time, { kind: "number-ends-alike" }];
  if (number === "both-withheld") return [time, { kind: "both-withheld" }];
  return number === "different" ? [time, { kind: "other-number" }] : [time];
}
