"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { openAction } from "@/app/_request/form-action";
import { sayFaults, sayIn } from "@/app/_request/say";
import { clearLinkCookies, readLinkCookies, writeLinkCookies } from "@/app/_request/session-cookies";
import { currentSharedCase } from "@/app/_request/shared-case";
import { planFaults, planQuery } from "@/lib/call-tracking/plan-query";
import { isId } from "@/lib/platform/ids";
import { parseLinkSecret, parsePasscode } from "@/lib/sharing/case-link";
import { endLinkSession, openCaseLink } from "@/lib/sharing/commands";
import { openLinkSchema } from "@/lib/sharing/schema";
import { searchQuery } from "@/lib/traces/read-search";

export const openLink = openAction(async ({ values, now }) => {
  const say = sayIn("shared.errors");
  const form = readForm(openLinkSchema, values, say);
  if (!form.ok) return form;
  const linkId = String(values.linkId ?? "");
  const secret = parseLinkSecret(form.value.secret);
  const opened = await openCaseLink({ linkId, secret, passcode: parsePasscode(form.value.passcode) }, now);
  if (!opened.ok) return oneError(opened.code === "WRONG_CODE" ? "passcode" : "", say(opened.code));
  await writeLinkCookies(opened.value);
  return { goTo: `/s/${linkId}` };
});

/** Shows the reader the calls of a trace that fit. */
export const searchSharedTrace = openAction(async ({ values }) => {
  const linkId = String(values.linkId ?? "");
  const traceId = String(values.traceId ?? "");
  const shared = await currentSharedCase(linkId);
  if (!shared || !isId(traceId)) return { goTo: isId(linkId) ? `/s/${linkId}` : "/" };
  return { goTo: `/s/${linkId}/traces/${traceId}${searchQuery(shared.case.key, traceId, values)}` };
});

/** Plans a trace for the reader; nothing is kept. */
export const planShared = openAction(async ({ values }) => {
  const linkId = String(values.linkId ?? "");
  if (!isId(linkId)) return { goTo: "/" };
  const errors = planFaults(values);
  if (errors.length > 0) return { errors: sayFaults("tracking.errors", errors) };
  return { goTo: `/s/${linkId}/tracking/planner?${planQuery(values)}#plan` };
});

export const closeLink = openAction(async ({ values }) => {
  const secrets = await readLinkCookies();
  if (secrets) await endLinkSession(secrets.token);
  await clearLinkCookies();
  return { goTo: isId(values.linkId) ? `/s/${values.linkId}` : "/" };
});
