import type { CaseId } from "@/lib/platform/ids";

/** Associated data of a case row: binds the sealed bytes to their place. */
export function caseContext(id: CaseId): string {
  return `case:${id}`;
}

export function caseKeyContext(id: CaseId): string {
  return `case-key:${id}`;
}
