import { EvidenceList } from "@/components/evidence/evidence-list";
import { CallTimeText } from "@/components/incidents/call-time-text";
import { IncidentFacts } from "@/components/incidents/incident-facts";
import { IncidentVersions } from "@/components/incidents/incident-versions";
import { WrittenText } from "@/components/incidents/written-text";
import { PacketTable } from "@/components/packets/packet-table";
import { TraceList } from "@/components/traces/trace-list";
import { ActionForm, type FormTexts } from "@/components/ui/action-form";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { SealedPacket } from "@/lib/evidence-packets/packet";
import type { IncidentHistory } from "@/lib/incidents/incident";
import { formatIncidentCursor } from "@/lib/incidents/incident-cursor";
import type { FormAction } from "@/lib/platform/form-state";
import { formatMoment } from "@/lib/platform/moment";
import { texts } from "@/lib/platform/texts";
import type { SharedCase } from "@/lib/sharing/shared-case";
import type { TraceWithFile } from "@/lib/traces/with-files";

type Props = {
  shared: SharedCase;
  histories: readonly IncidentHistory[];
  hasOlder: boolean;
  isFirstPage: boolean;
  files: readonly EvidenceFile[];
  packets: readonly SealedPacket[];
  traces: readonly TraceWithFile[];
  /** Whether captures of this case were compared. */
  hasComparisons: boolean;
  close: FormAction;
  formTexts: FormTexts;
};

/** What an investigator reads: the calls with their exact times, the files, and the packets where that was allowed. */
export function SharedCaseView(props: Props) {
  const words = texts("shared.page");
  const { shared, histories, files, packets, traces } = props;
  const { details } = shared.case;
  const here = `/s/${shared.linkId}`;
  const last = histories.at(-1)?.incident;
  const until = formatMoment(shared.expiresAt, details.zone);
  return (
    <>
      <PageHeading above={words("above", { recipient: shared.recipient, until })}>
        {details.title}
      </PageHeading>
      <InsetText>
        <p>{words("claims")}</p>
      </InsetText>

      <h2>{words("chronology")}</h2>
      <SharedCalls shared={shared} histories={histories} files={files} />
      <Pagination
        label={words("pages")}
        newer={props.isFirstPage ? undefined : { href: here, text: words("newer") }}
        older={
          props.hasOlder && last
            ? { href: `${here}?before=${formatIncidentCursor(last)}`, text: words("older") }
            : undefined
        }
      />

      <h2>{words("files")}</h2>
      {files.every((file) => file.incidentId) && <p>{words("none")}</p>}
      <EvidenceList
        files={files.filter((file) => !file.incidentId)}
        zone={details.zone}
        hrefOf={(file) => `${here}/evidence/${file.id}`}
      />

      {traces.length > 0 && (
        <>
          <h2>{words("traces")}</h2>
          <TraceList traces={traces} zone={details.zone} hrefOf={(trace) => `${here}/traces/${trace.id}`} />
        </>
      )}

      {props.hasComparisons && (
        <>
          <h2>{words("tracking")}</h2>
          <p>
            <a href={`${here}/tracking`}>{words("trackingLink")}</a>
          </p>
        </>
      )}

      <h2>{words("packets")}</h2>
      {packets.length === 0 && <p>{words("none")}</p>}
      {packets.length > 0 && (
        <PacketTable
          packets={packets}
          zone={details.zone}
          hrefOf={shared.allowDownload ? (packet) => `${here}/packets/${packet.id}` : undefined}
        />
      )}
      {!shared.allowDownload && <p>{words("noDownload")}</p>}

      <ActionForm action={props.close} texts={props.formTexts} hidden={{ linkId: shared.linkId }}>
        <SubmitButton kind="secondary">{words("close")}</SubmitButton>
      </ActionForm>
    </>
  );
}

function SharedCalls({ shared, histories, files }: Pick<Props, "shared" | "histories" | "files">) {
  const { zone } = shared.case.details;
  return histories.map(({ incident, versions }) => (
    <section key={incident.id} className="entry">
      <h3>
        <CallTimeText time={incident.content.time} />
      </h3>
      <WrittenText incident={incident} zone={zone} />
      <IncidentFacts content={incident.content} />
      <EvidenceList
        files={files.filter((file) => file.incidentId === incident.id)}
        zone={zone}
        hrefOf={(file) => `/s/${shared.linkId}/evidence/${file.id}`}
      />
      {versions.length > 1 && <IncidentVersions versions={versions} zone={zone} />}
    </section>
  ));
}
