import type { EvidenceFileId, IncidentId } from "@/lib/platform/ids";
import type { FileKind } from "@/lib/storage/file-formats";

/** A file as it was received; its bytes are never altered. */
export type EvidenceFile = {
  id: EvidenceFileId;
  incidentId?: IncidentId;
  /** As the browser named it, made harmless only where it is used as a path. */
  name: string;
  kind: FileKind;
  mediaType: string;
  sizeBytes: number;
  /** Hexadecimal SHA-256 of the bytes as received. */
  sha256: string;
  note: string;
  addedAt: Date;
};
