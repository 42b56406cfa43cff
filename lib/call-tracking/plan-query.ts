import { type FormFault, inFormOrder, schemaFaults } from "@/lib/platform/form-faults";
import type { FormState, FormValues } from "@/lib/platform/form-state";
import { type PlanField, type PlanFormValues, planFields, planFormSchema } from "./planner/schema";
import type { WatermarkParameters } from "./watermark/watermark";

/** What stands in the way of planning what was typed. */
export function planFaults(values: FormValues): FormFault<PlanField>[] {
  return inFormOrder(schemaFaults(planFormSchema.safeParse(values).error), planFields);
}

/** What was typed in the planner, for the address of its page. */
export function planQuery(values: FormValues): string {
  const typed = planFields.flatMap((field) => (values[field] ? [[field, String(values[field])]] : []));
  return new URLSearchParams(typed).toString();
}

/** The plan that the page's address asks for; nothing where it asks for none or cannot be read. */
export function readPlanQuery(query: Record<string, string | undefined>): PlanFormValues | undefined {
  if (!planFields.some((field) => field in query)) return undefined;
  return planFormSchema.safeParse(query).data;
}

/** The planner's form with what the address asks for. */
export function planFormState(query: Record<string, string | undefined>): FormState {
  const values = planFields.flatMap((field) => (query[field] ? [[field, query[field]]] : []));
  return { values: Object.fromEntries(values), errors: [] };
}

/** A plan's parameters as fields of a form. */
export function hiddenParameters(parameters: WatermarkParameters): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}
