"use server";

import { refresh } from "next/cache";
import { caseAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayFaults } from "@/app/_request/say";
import type { OwnedCase } from "@/lib/cases/case";
import { amendIncident as amend, logIncident as logCall } from "@/lib/incidents/commands";
import { readIncident } from "@/lib/incidents/queries";
import { readAmendmentForm, readIncidentForm } from "@/lib/incidents/read-incident-form";
import { texts } from "@/lib/platform/texts";

export const logIncident = caseAction(
  (caseId) => `/cases/${caseId}/incidents/new`,
  async (opened, { values, now }) => {
    const form = readIncidentForm(values, contextOf(opened, now));
    if (!form.ok) return { errors: sayFaults("incidents.errors", form.errors) };
    const id = await logCall(opened, { content: form.content, formKey: formKeyOf(values) }, now);
    return { goTo: `/cases/${opened.id}/incidents/${id}?done=logged` };
  },
);

export const amendIncident = caseAction(
  (caseId, values) => `/cases/${caseId}/incidents/${values.incidentId ?? ""}/amend`,
  async (opened, { values, now }) => {
    const entry = await readIncident(opened, String(values.incidentId ?? ""));
    if (!entry) nothingThere();
    const form = readAmendmentForm(values, contextOf(opened, now));
    if (!form.ok) return { errors: sayFaults("incidents.errors", form.errors) };
    const { content, reason, seenVersion } = form;
    const amended = await amend(opened, { id: entry.incident.id, seenVersion, reason, content }, now);
    if (amended.ok) return { goTo: `/cases/${opened.id}/incidents/${entry.incident.id}?done=amended` };
    if (amended.code === "NOT_FOUND") nothingThere();
    refresh(); // What the other tab saved stands under the form.
    const conflict = texts("incidents.amendPage")("conflict");
    const newest = String(entry.incident.version);
    return { errors: [{ field: "", text: conflict }], values: { version: newest, conflict: newest } };
  },
);

function contextOf({ details }: OwnedCase, now: Date) {
  const calledNumbers = details.lines.map((line) => line.e164 ?? line.number);
  return { now, country: details.country, calledNumbers };
}
