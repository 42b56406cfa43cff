import type { z } from "zod";

/** One thing to mend: the field that takes the focus, the code of its message, and the values the message needs. */
export type FormFault<Field extends string = string, Code extends string = string> = {
  field: Field;
  code: Code;
  values?: Record<string, string | number>;
};

/** The faults that a schema of `form-fields.ts` found. */
export function schemaFaults<Field extends string, Code extends string>(
  error: z.ZodError | undefined,
): FormFault<Field, Code>[] {
  return (error?.issues ?? []).map((issue) => ({
    field: issue.path[0] as Field,
    code: issue.message as Code,
    ...(issue.code === "custom" && issue.params && { values: issue.params }),
  }));
}

/** The first fault of each field, in the order of the form. */
export function inFormOrder<Fault extends FormFault>(
  faults: readonly Fault[],
  fields: readonly string[],
): Fault[] {
  return fields.flatMap((field) => faults.find((fault) => fault.field === field) ?? []);
}
