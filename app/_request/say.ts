import "server-only";
import type { FormFault } from "@/lib/platform/form-faults";
import type { FormError } from "@/lib/platform/form-state";
import { texts } from "@/lib/platform/texts";

type ErrorSpace =
  | "account.errors"
  | "cases.errors"
  | "evidence.errors"
  | "incidents.errors"
  | "letters.errors"
  | "links.errors"
  | "shared.errors"
  | "tracking.errors"
  | "traces.errors";

type Values = Record<string, string | number>;

/** Says a code of a schema or command in the person's words; every code has its text in messages/. */
export function sayIn(space: ErrorSpace): (code: string, values?: Values) => string {
  const words = texts(space);
  return (code, values) => (words as (key: string, values?: Values) => string)(code, values);
}

/** The faults of a form in the person's words. */
export function sayFaults(space: ErrorSpace, faults: readonly FormFault[]): FormError[] {
  const say = sayIn(space);
  return faults.map(({ field, code, values }) => ({ field, text: say(code, values) }));
}
