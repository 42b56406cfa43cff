// Builders for tests of letters and reports.
import type { CaseDetails } from "@/lib/cases/schema";
import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import { MARAS_NUMBER } from "@/lib/incidents/build-incident";
import type { EvidenceFileId } from "@/lib/platform/ids";

/** Mara's case: one line in London. */
export function marasCase(overrides: Partial<CaseDetails> = {}): CaseDetails {
  return {
    title: "Calls since March",
    country: "GB",
    zone: "Europe/London",
    lines: [{ number: MARAS_NUMBER, e164: MARAS_NUMBER, provider: "Example Telecom" }],
    ...overrides,
  };
}

/** A voicemail that Mara added. */
export function fileOf(overrides: Partial<EvidenceFile> = {}): EvidenceFile {
  return {
    id: "00000000-0000-4000-8000-0000000000f1" as EvidenceFileId,
    name: "voicemail.m4a",
    kind: "audio",
    mediaType: "audio/mp4",
    sizeBytes: 1_234_567,
    sha256: "0123456789abcdef".repeat(4),
    note: "",
    addedAt: new Date("2026-03-03T08:00:00Z"),
    ...overrides,
  };
}
