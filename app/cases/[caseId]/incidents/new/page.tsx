import { requireCase } from "@/app/_request/current-owner";
import { formTexts } from "@/app/_request/form-texts";
import { heldFormState } from "@/app/_request/held-form";
import { IncidentForm } from "@/components/incidents/incident-form";
import { PageHeading } from "@/components/ui/page-heading";
import { SiteMain } from "@/components/ui/site-main";
import { emptyForm } from "@/lib/platform/form-state";
import { newId } from "@/lib/platform/ids";
import { texts } from "@/lib/platform/texts";
import { logIncident } from "../actions";

type Props = { params: Promise<{ caseId: string }> };

export default async function NewIncidentPage({ params }: Props) {
  const words = texts("incidents.new");
  const { id, details } = await requireCase((await params).caseId);
  return (
    <SiteMain>
      <PageHeading lead={words("lead")}>{words("heading")}</PageHeading>
      <IncidentForm
        action={logIncident}
        initial={(await heldFormState(`/cases/${id}/incidents/new`)) ?? emptyForm}
        hidden={{ caseId: id, formKey: newId() }}
        details={details}
        formTexts={formTexts()}
        submit={words("submit")}
        busy={words("busy")}
      />
    </SiteMain>
  );
}
