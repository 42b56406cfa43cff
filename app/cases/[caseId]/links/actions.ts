"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { caseAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayIn } from "@/app/_request/say";
import { writePasscodeCookie } from "@/app/_request/session-cookies";
import { createCaseLink, revokeCaseLink } from "@/lib/sharing/commands";
import { newLinkSchema } from "@/lib/sharing/schema";

const linksOf = (caseId: string) => `/cases/${caseId}/links`;

export const makeCaseLink = caseAction(linksOf, async (opened, { values, now }) => {
  const say = sayIn("links.errors");
  const form = readForm(newLinkSchema, values, say);
  if (!form.ok) return form;
  const { recipient, agency, days, allowDownload } = form.value;
  const link = {
    recipient,
    agency,
    days,
    allowDownload: allowDownload === "yes",
    formKey: formKeyOf(values),
  };
  const made = await createCaseLink(opened, link, now);
  if (!made.ok) return oneError("", say(made.code));
  await writePasscodeCookie(made.value.id, made.value.passcode);
  return { goTo: `${linksOf(opened.id)}/${made.value.id}` };
});

export const revokeLink = caseAction(linksOf, async (opened, { values, now }) => {
  if (!(await revokeCaseLink(opened, String(values.linkId ?? ""), now))) nothingThere();
  return { goTo: `${linksOf(opened.id)}?done=revoked` };
});
