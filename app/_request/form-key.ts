import "server-only";
import type { FormValues } from "@/lib/platform/form-state";
import { isId, newId } from "@/lib/platform/ids";

/** The key that a form was drawn with: the same form sent twice carries the same one. */
export function formKeyOf(values: FormValues): string {
  return isId(values.formKey) ? values.formKey : newId();
}
