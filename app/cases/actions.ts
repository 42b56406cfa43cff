"use server";

import { ownerAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { sayFaults } from "@/app/_request/say";
import { createCase } from "@/lib/cases/commands";
import { readCaseForm } from "@/lib/cases/read-case-form";
import { createExampleCase } from "@/lib/example-case/commands";

export const startCase = ownerAction(
  () => "/cases/new",
  async (owner, { values, now }) => {
    const form = readCaseForm(values);
    if (!form.ok) return { errors: sayFaults("cases.errors", form.errors) };
    const id = await createCase(owner, { details: form.details, formKey: formKeyOf(values) }, now);
    return { goTo: `/cases/${id}` };
  },
);

export const loadExampleCase = ownerAction(
  () => "/cases",
  async (owner, { values, now }) => ({
    goTo: `/cases/${await createExampleCase(owner, { formKey: formKeyOf(values) }, now)}`,
  }),
);
