"use server";

import { oneError, readForm } from "@/app/_request/faults";
import { type Answer, caseAction, type Posted } from "@/app/_request/form-action";
import { nothingThere } from "@/app/_request/nothing-there";
import { sayIn } from "@/app/_request/say";
import { beginReading } from "@/app/_request/trace-reading";
import { readCertificates } from "@/lib/caller-identity/certificates";
import type { OwnedCase } from "@/lib/cases/case";
import type { FormValues } from "@/lib/platform/form-state";
import { addTrace } from "@/lib/traces/commands/add-trace";
import { changeTraceSettings } from "@/lib/traces/commands/change-settings";
import { matchCall, unmatchCall } from "@/lib/traces/commands/match-call";
import { findTrace, readTraceSettings } from "@/lib/traces/queries";
import { searchQuery } from "@/lib/traces/read-search";
import { matchSchema, traceSettingsSchema } from "@/lib/traces/schema";
import type { Trace } from "@/lib/traces/trace";

const say = sayIn("traces.errors");
const room = (caseId: string) => `/cases/${caseId}/traces`;
const pageOf = (caseId: string, { traceId }: FormValues) => `${room(caseId)}/${traceId}`;
const callPageOf = (caseId: string, values: FormValues) => `${pageOf(caseId, values)}/calls/${values.call}`;

/** Reads a file that is evidence already. */
export const readFile = caseAction(room, async (opened, { values, now }) => {
  const trace = await addTrace(opened, String(values.fileId ?? ""), now);
  if (!trace.ok) return trace.code === "NOT_FOUND" ? nothingThere() : oneError("", say(trace.code));
  beginReading(opened, trace.value);
  return { goTo: `${room(opened.id)}/${trace.value}` };
});

/** Reads a trace again whose reading has stopped or failed. */
export const readAgain = caseAction(pageOf, async (opened, { values, now }) => {
  const trace = await traceOf(opened, values, now);
  beginReading(opened, trace.id);
  return { goTo: pageOf(opened.id, values) };
});

export const saveProviderHosts = caseAction(pageOf, async (opened, { values, now }) => {
  const trace = await traceOf(opened, values, now);
  const form = readForm(traceSettingsSchema.pick({ providerHosts: true }), values, say);
  if (!form.ok) return form;
  await change(opened, trace, form.value, now);
  return { goTo: `${pageOf(opened.id, values)}?done=hosts` };
});

/** Shows the calls of a trace that fit; what is looked for does not stand in the address. */
export const searchTrace = caseAction(pageOf, async (opened, { values, now }) => {
  const trace = await traceOf(opened, values, now);
  return { goTo: `${pageOf(opened.id, values)}${searchQuery(opened.key, trace.id, values)}` };
});

/** Keeps certificates to check signatures with, pasted or as a file; with neither, it takes them all away. */
export const saveCertificates = caseAction(pageOf, async (opened, { values, form: posted, now }) => {
  const trace = await traceOf(opened, values, now);
  const form = readForm(traceSettingsSchema.pick({ pem: true }), values, say);
  if (!form.ok) return form;
  const given = `${form.value.pem}\n${await certificateFile(posted)}`.trim();
  const { certificates, faults } = readCertificates(given);
  const [fault] = faults;
  if (fault) return oneError("pem", say(fault.code));
  await change(opened, trace, { certificates: certificates.map(({ pem }) => pem) }, now);
  return { goTo: `${pageOf(opened.id, values)}?done=certificates` };
});

/** Keeps the person's word that a call of the trace is one she logged. */
export const confirmMatch = caseAction(callPageOf, (opened, posted) => writeMatch(opened, posted, matchCall));

/** Takes that word back. */
export const removeMatch = caseAction(callPageOf, (opened, posted) =>
  writeMatch(opened, posted, unmatchCall),
);

async function writeMatch(
  opened: OwnedCase,
  { values, now }: Posted,
  write: typeof matchCall,
): Promise<Answer> {
  const trace = await traceOf(opened, values, now);
  const form = readForm(matchSchema, values, say);
  if (!form.ok) return form;
  if (!(await write(opened, { traceId: trace.id, ...form.value }, now))) nothingThere();
  return { goTo: `${callPageOf(opened.id, values)}?done=match#match` };
}

const CERTIFICATE_BYTES = 200_000;

async function certificateFile(form: FormData): Promise<string> {
  const file = form.get("file");
  return file instanceof File ? file.slice(0, CERTIFICATE_BYTES).text() : "";
}

async function traceOf(opened: OwnedCase, values: FormValues, now: Date): Promise<Trace> {
  return (await findTrace(opened, String(values.traceId ?? ""), now)) ?? nothingThere();
}

async function change(
  opened: OwnedCase,
  trace: Trace,
  changed: { providerHosts?: string[]; certificates?: string[] },
  now: Date,
): Promise<void> {
  const settings = { ...(await readTraceSettings(opened, trace)), ...changed };
  await changeTraceSettings(opened, { traceId: trace.id, settings }, now);
}
