import type { PassportCheck } from "../verdict";
import { issuedAtOf } from "./check-form";
import { failed, notChecked, passed } from "./passport-check";
import type { SignedCall } from "./signed-call";
import type { PassportToken } from "./token";

/** RFC 8224 section 4 leaves the limit to policy; 60 seconds is what verifiers use. */
const LONGEST_SECONDS = 60;

/** Whether the token was signed when the capture saw the call, and not for another one. */
export function checkFreshness(token: PassportToken, { seenAt }: SignedCall): PassportCheck {
  const issuedAt = issuedAtOf(token);
  if (issuedAt === undefined) return notChecked("freshness", "NO_ISSUED_AT");
  if (seenAt === undefined) return notChecked("freshness", "NO_CAPTURE_TIME");
  const age = seenAt - issuedAt;
  const values = { seconds: String(Math.round(age)) };
  if (age > LONGEST_SECONDS) return failed("freshness", "ISSUED_LONG_BEFORE", values);
  if (age < -LONGEST_SECONDS) {
    return failed("freshness", "ISSUED_AFTER_CALL", { seconds: String(Math.round(-age)) });
  }
  return passed("freshness", "FRESH", values);
}
