"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { caseAction } from "@/app/_request/form-action";
import { formKeyOf } from "@/app/_request/form-key";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayFaults, sayIn } from "@/app/_request/say";
import { beginComparing, beginListing } from "@/app/_request/tracking-work";
import { addCapture } from "@/lib/call-tracking/commands/add-capture";
import { beginComparison } from "@/lib/call-tracking/commands/begin-comparison";
import { keepWatermark } from "@/lib/call-tracking/commands/keep-watermark";
import { planFaults, planQuery } from "@/lib/call-tracking/plan-query";
import { findCapture, findComparison } from "@/lib/call-tracking/queries";
import { applySchema, capturesSchema, comparisonSchema, watermarkSchema } from "@/lib/call-tracking/schema";
import { parameterFault } from "@/lib/call-tracking/watermark/watermark-limits";
import type { FormValues } from "@/lib/platform/form-state";

const say = sayIn("tracking.errors");
const room = (caseId: string) => `/cases/${caseId}/tracking`;
const plannerPage = (caseId: string) => `${room(caseId)}/planner`;
const capturePage = (caseId: string, { captureId }: FormValues) => `${room(caseId)}/captures/${captureId}`;
const watermarkPage = (caseId: string, { watermarkId }: FormValues) =>
  `${room(caseId)}/watermarks/${watermarkId}`;
const comparisonPage = (caseId: string, { comparisonId }: FormValues) =>
  `${room(caseId)}/comparisons/${comparisonId}`;
const comparePage = (caseId: string, { firstCaptureId, secondCaptureId }: FormValues) =>
  `${room(caseId)}/compare?first=${firstCaptureId ?? ""}&second=${secondCaptureId ?? ""}`;

/** Lists the flows of a capture that is evidence already. */
export const takeCapture = caseAction(room, async (opened, { values, now }) => {
  const capture = await addCapture(opened, String(values.fileId ?? ""), now);
  if (!capture.ok) return capture.code === "NOT_FOUND" ? nothingThere() : oneError("", say(capture.code));
  beginListing(opened, capture.value);
  return { goTo: `${room(opened.id)}/captures/${capture.value}` };
});

/** Lists flows again where listing has stopped or failed. */
export const listAgain = caseAction(capturePage, async (opened, { values, now }) => {
  const capture = (await findCapture(opened, String(values.captureId ?? ""), now)) ?? nothingThere();
  beginListing(opened, capture.id);
  return { goTo: capturePage(opened.id, values) };
});

/** Chooses two captures to compare; their flows are chosen on the next page. */
export const chooseCaptures = caseAction(
  (caseId) => `${room(caseId)}/compare`,
  async (opened, { values }) => {
    const form = readForm(capturesSchema, values, say);
    return form.ok ? { goTo: comparePage(opened.id, form.value) } : form;
  },
);

/** Keeps what is to be compared and begins. */
export const compare = caseAction(comparePage, async (opened, { values, now }) => {
  const form = readForm(comparisonSchema, values, say);
  if (!form.ok) return form;
  const begun = await beginComparison(opened, { request: form.value, formKey: formKeyOf(values) }, now);
  if (!begun.ok) return nothingThere();
  beginComparing(opened, begun.value);
  return { goTo: comparisonPage(opened.id, { comparisonId: begun.value }) };
});

/** Compares again where comparing has stopped or failed. */
export const compareAgain = caseAction(comparisonPage, async (opened, { values, now }) => {
  const comparison = await findComparison(opened, String(values.comparisonId ?? ""), now);
  beginComparing(opened, (comparison ?? nothingThere()).id);
  return { goTo: comparisonPage(opened.id, values) };
});

/** Plans a trace. Nothing is kept: what was asked stands in the address, and none of it is about a case. */
export const plan = caseAction(plannerPage, async (opened, { values }) => {
  const errors = planFaults(values);
  if (errors.length > 0) return { errors: sayFaults("tracking.errors", errors) };
  return { goTo: `${plannerPage(opened.id)}?${planQuery(values)}#plan` };
});

/** Draws a watermark with planned parameters and keeps it. */
export const keep = caseAction(plannerPage, async (opened, { values, now }) => {
  const form = readForm(watermarkSchema, values, say);
  if (!form.ok || parameterFault(form.value)) return oneError("", say("PARAMETERS"));
  const kept = { parameters: form.value, formKey: formKeyOf(values) };
  return { goTo: `${room(opened.id)}/watermarks/${await keepWatermark(opened, kept, now)}` };
});

/** Chooses a capture to put a watermark into; its flow is chosen on the same page. */
export const chooseCapture = caseAction(watermarkPage, async (opened, { values }) => {
  const form = readForm(applySchema.pick({ captureId: true }), values, say);
  if (!form.ok) return form;
  return {
    goTo: `${watermarkPage(opened.id, values)}?capture=${form.value.captureId}#mark-capture`,
  };
});
