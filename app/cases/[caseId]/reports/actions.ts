"use server";

import { oneError } from "@/app/_request/faults";
import { caseAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { texts } from "@/lib/platform/texts";
import { createReport } from "@/lib/reports/commands";

export const makeReport = caseAction(
  (caseId) => `/cases/${caseId}/reports`,
  async (opened, { values, now }) => {
    const made = await createReport(opened, { formKey: formKeyOf(values) }, now);
    if (!made.ok) return oneError("", texts("reports.page")("needsCalls"));
    return { goTo: `/cases/${opened.id}/reports` };
  },
);
