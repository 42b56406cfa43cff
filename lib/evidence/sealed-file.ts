import type { EvidenceFile } from "./evidence-file";

/** What is sealed of an evidence file's row. */
export type SealedFile = Pick<EvidenceFile, "name" | "kind" | "mediaType" | "sha256" | "note">;

export function evidenceContext(id: string): string {
  return `evidence-file:${id}`;
}
