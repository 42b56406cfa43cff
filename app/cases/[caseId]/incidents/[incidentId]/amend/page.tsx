import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { nothingThere } from "@/app/_request/nothing-there";
import { IncidentFacts } from "@/components/incidents/incident-facts";
import { IncidentForm } from "@/components/incidents/incident-form";
import { BackLink } from "@/components/ui/back-link";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { incidentFormValues } from "@/lib/incidents/form-content";
import { readIncident } from "@/lib/incidents/queries";
import { texts } from "@/lib/platform/texts";
import { amendIncident } from "../../actions";

type Props = { params: Promise<{ caseId: string; incidentId: string }> };

export default async function AmendIncidentPage({ params }: Props) {
  const words = texts("incidents.amendPage");
  const { caseId, incidentId } = await params;
  const opened = await requireCase(caseId);
  const { incident } = (await readIncident(opened, incidentId)) ?? nothingThere();
  const here = `/cases/${opened.id}/incidents/${incident.id}`;
  const values = { ...incidentFormValues(incident.content), version: String(incident.version) };
  return (
    <SiteMain>
      <BackLink href={here}>{texts("incidents.page")("heading")}</BackLink>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <IncidentForm
        action={amendIncident}
        initial={(await heldFormState(`${here}/amend`)) ?? { values, errors: [] }}
        hidden={{ caseId: opened.id, incidentId: incident.id, version: String(incident.version) }}
        details={opened.details}
        formTexts={formTexts()}
        submit={words("submit")}
        busy={words("busy")}
        isAmendment
      />
      <Disclosure summary={words("theirs")}>
        <IncidentFacts content={incident.content} />
      </Disclosure>
    </SiteMain>
  );
}
