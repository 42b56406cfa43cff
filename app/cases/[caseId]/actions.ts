"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { caseAction } from "@/app/_request/form-action";
import { sayFaults, sayIn } from "@/app/_request/say";
import { isOwnPassword } from "@/lib/account/commands/change-keys";
import { reenterPasswordSchema } from "@/lib/account/schema";
import { changeCase as change, deleteCase as destroy } from "@/lib/cases/commands";
import { readCaseForm } from "@/lib/cases/read-case-form";

export const changeCase = caseAction(
  (caseId) => `/cases/${caseId}/change`,
  async (opened, { values, now }) => {
    const form = readCaseForm(values);
    if (!form.ok) return { errors: sayFaults("cases.errors", form.errors) };
    await change(opened, form.details, now);
    return { goTo: `/cases/${opened.id}?done=changed` };
  },
);

export const deleteCase = caseAction(
  (caseId) => `/cases/${caseId}/delete`,
  async (opened, { values, now }, owner) => {
    const say = sayIn("account.errors");
    const form = readForm(reenterPasswordSchema, values, say);
    if (!form.ok) return form;
    const known = await isOwnPassword(owner, form.value.password, now);
    if (!known.ok) return oneError("password", say(known.code));
    await destroy(opened);
    return { goTo: "/cases?done=deleted" };
  },
);
