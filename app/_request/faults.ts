import "server-only";
import type { z } from "zod";
import type { FormError, FormValues } from "@/lib/platform/form-state";

type Say = (code: string) => string;

/** Reads form values with a schema; what does not fit becomes errors in the person's words, one a field. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  values: FormValues,
  say: Say,
): { ok: true; value: z.output<Schema> } | { ok: false; errors: FormError[] } {
  const read = schema.safeParse(values);
  if (read.success) return { ok: true, value: read.data };
  const errors = new Map<string, FormError>();
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!errors.has(field)) errors.set(field, { field, text: say(issue.message) });
  }
  return { ok: false, errors: [...errors.values()] };
}

/** One error as a form answer. */
export function oneError(field: string, text: string): { errors: FormError[] } {
  return { errors: [{ field, text }] };
}
