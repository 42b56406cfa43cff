import type { FormFault } from "@/lib/platform/form-faults";
import type { CallTimeCode, CallTimeFault } from "./call-time-fields";
import type { DurationFault } from "./duration-text";
import type { IncidentField } from "./schema";

/** Codes of the texts under `incidents.errors`. */
export type IncidentCode =
  | CallTimeCode
  | DurationFault["code"]
  | "WHAT_HAPPENED_MISSING"
  | "REASON_MISSING"
  | "VERSION_MISSING"
  | "NOT_TEXT"
  | "TOO_LONG";

export type IncidentError = FormFault<IncidentField, IncidentCode>;

/** A fault of several fields stands at the first of them. */
export function timeErrors(faults: readonly CallTimeFault[]): IncidentError[] {
  return faults.flatMap(({ fields: [field], code, values }) =>
    field ? [{ field, code, ...(values && { values }) }] : [],
  );
}
