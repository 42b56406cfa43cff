import type { z } from "zod";
import { inFormOrder, schemaFaults } from "@/lib/platform/form-faults";
import { asRecord, textsOf } from "@/lib/platform/form-texts";
import { callTimeFieldNames } from "./call-time-fields";
import { durationFieldNames, readDuration } from "./duration-text";
import { contentOf, type IncidentFormContext } from "./form-content";
import type { IncidentContent } from "./incident";
import { type IncidentCode, type IncidentError, timeErrors } from "./incident-error";
import { readCallTime } from "./read-call-time";
import {
  amendmentFormSchema,
  type IncidentField,
  type IncidentFormValues,
  incidentFields,
  incidentFormSchema,
} from "./schema";

type Refused = { ok: false; errors: IncidentError[] };
export type IncidentFormRead = { ok: true; content: IncidentContent } | Refused;
export type AmendmentFormRead =
  | { ok: true; content: IncidentContent; reason: string; seenVersion: number }
  | Refused;

/**
 * Reads the flat values of the log-a-call form. All faults are told at once, one a field, in the order of the form.
 * Text is kept exactly as typed; names that the form does not have are passed over. Takes anything; never throws.
 */
export function readIncidentForm(values: unknown, context: IncidentFormContext): IncidentFormRead {
  const read = readForm(incidentFormSchema, values, context);
  return read.ok ? { ok: true, content: read.content } : read;
}

/** The same for an entry that exists; `seenVersion` is the version the person saw when she began to write. */
export function readAmendmentForm(values: unknown, context: IncidentFormContext): AmendmentFormRead {
  const read = readForm(amendmentFormSchema, values, context);
  if (!read.ok) return read;
  const { reason, version } = read.form;
  return { ok: true, content: read.content, reason, seenVersion: Number(version) };
}

function readForm<Form extends IncidentFormValues>(
  schema: z.ZodType<Form>,
  values: unknown,
  context: IncidentFormContext,
): { ok: true; form: Form; content: IncidentContent } | Refused {
  const raw = asRecord(values);
  const form = schema.safeParse(raw);
  const time = readCallTime(textsOf(raw, callTimeFieldNames), context.now);
  const duration = readDuration(textsOf(raw, durationFieldNames));
  if (form.success && time.ok && duration.ok) {
    const content = contentOf(form.data, { time: time.value, durationSeconds: duration.seconds }, context);
    return { ok: true, form: form.data, content };
  }
  const errors: IncidentError[] = [
    ...schemaFaults<IncidentField, IncidentCode>(form.error),
    ...(time.ok ? [] : timeErrors(time.faults)),
    ...(duration.ok ? [] : [duration.fault]),
  ];
  return { ok: false, errors: inFormOrder(errors, incidentFields) };
}
