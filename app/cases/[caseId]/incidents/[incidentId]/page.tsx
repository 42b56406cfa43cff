import { requireCase } from "@/app/_request/current-owner";
import { heldNote } from "@/app/_request/held-form";
import { nothingThere } from "@/app/_request/nothing-there";
import { uploadFault, uploadMegabytes } from "@/app/_request/upload-fault";
import { EvidenceList } from "@/components/evidence/evidence-list";
import { UploadForm } from "@/components/evidence/upload-form";
import { IncidentFacts } from "@/components/incidents/incident-facts";
import { IncidentVersions } from "@/components/incidents/incident-versions";
import { NumberRemarks } from "@/components/incidents/number-remarks";
import { WrittenText } from "@/components/incidents/written-text";
import { MatchLinks } from "@/components/traces/match-links";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button-link";
import { ButtonRow } from "@/components/ui/button-row";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { listEvidence } from "@/lib/evidence/queries";
import { formatCallTime } from "@/lib/incidents/call-time";
import { readIncident } from "@/lib/incidents/queries";
import { texts } from "@/lib/platform/texts";
import { listMatches } from "@/lib/traces/queries";

type Props = {
  params: Promise<{ caseId: string; incidentId: string }>;
  searchParams: Promise<{ done?: string; fault?: string }>;
};

export default async function IncidentPage({ params, searchParams }: Props) {
  const words = texts("incidents.page");
  const { caseId, incidentId } = await params;
  const opened = await requireCase(caseId);
  const entry = (await readIncident(opened, incidentId)) ?? nothingThere();
  const files = await listEvidence(opened, entry.incident.id);
  const matches = await listMatches(opened);
  const { done, fault } = await searchParams;
  const { incident, versions } = entry;
  const here = `/cases/${opened.id}/incidents`;
  const time = formatCallTime(incident.content.time);
  return (
    <SiteMain>
      <BackLink href={here}>{words("backToList")}</BackLink>
      {done === "logged" && <Notification heading={words("saved")}>{words("savedNext")}</Notification>}
      {done === "amended" && <Notification>{words("amended")}</Notification>}
      {done === "file" && <Notification>{texts("evidence.upload")("added")}</Notification>}
      <PageHeading above={words("heading")}>{words("timeText", time)}</PageHeading>
      <WrittenText incident={incident} zone={opened.details.zone} />
      <IncidentFacts content={incident.content} />
      <ButtonRow>
        <ButtonLink href={`${here}/${incident.id}/amend`} kind="secondary">
          {words("amend")}
        </ButtonLink>
        <ButtonLink href={`${here}/new`} kind="secondary">
          {words("again")}
        </ButtonLink>
      </ButtonRow>

      <h2>{words("claim")}</h2>
      <NumberRemarks shown={incident.content.shown} details={opened.details} />

      <MatchLinks
        matches={matches.filter(({ incidentId }) => incidentId === incident.id)}
        hrefOf={({ traceId, call }) => `/cases/${opened.id}/traces/${traceId}/calls/${call}`}
      />

      <h2>{words("files")}</h2>
      <EvidenceList
        files={files}
        zone={opened.details.zone}
        hrefOf={(file) => `/cases/${opened.id}/evidence/${file.id}/file`}
      />
      <UploadForm
        caseId={opened.id}
        incidentId={incident.id}
        megabytes={uploadMegabytes()}
        fault={uploadFault(fault)}
        note={await heldNote(`${here}/${incident.id}`)}
      />

      {versions.length > 1 && <IncidentVersions versions={versions} zone={opened.details.zone} />}
    </SiteMain>
  );
}
