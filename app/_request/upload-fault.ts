import "server-only";
import { env } from "@/lib/platform/env";
import { sayIn } from "./say";

const codes = ["EMPTY", "MISSING", "TOO_LARGE", "KIND_NOT_TAKEN", "KIND_DIFFERS"] as const;

/** What was wrong with an upload, in words, from the code in the address it came back to. */
export function uploadFault(code: string | undefined): string | undefined {
  const known = codes.find((one) => one === code);
  return known && sayIn("evidence.errors")(known, { megabytes: env().NIGHTJAR_MAX_FILE_MB });
}

/** The most that one file may have, in megabytes: told before anything is sent. */
export function uploadMegabytes(): number {
  return env().NIGHTJAR_MAX_FILE_MB;
}
