import type { PassportCheck } from "../verdict";
import type { PassportReason } from "./passport-reasons";

type Made = (
  step: PassportCheck["step"],
  reason: PassportReason,
  values?: Record<string, string>,
) => PassportCheck;

export const passed: Made = (step, reason, values) => made(step, "passed", reason, values);
export const failed: Made = (step, reason, values) => made(step, "failed", reason, values);
export const noted: Made = (step, reason, values) => made(step, "note", reason, values);
export const notChecked: Made = (step, reason, values) => made(step, "not-checked", reason, values);

function made(
  step: PassportCheck["step"],
  outcome: PassportCheck["outcome"],
  reason: PassportReason,
  values: Record<string, string> | undefined,
): PassportCheck {
  return { step, outcome, reason, ...(values && { values }) };
}
