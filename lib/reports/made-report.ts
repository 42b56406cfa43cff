import type { ReportId } from "@/lib/platform/ids";

/** A report that was made; its PDF lies in the file store under the same id and never changes. */
export type Report = {
  id: ReportId;
  createdAt: Date;
  sizeBytes: number;
  sha256: string;
  /** How many calls it holds. */
  calls: number;
  /** Head of the audit chain that is printed on it. */
  auditHead: { sequence: number; hash: string };
};

export type SealedReport = Pick<Report, "sha256" | "calls" | "auditHead">;

export function reportContext(id: string): string {
  return `report:${id}`;
}
