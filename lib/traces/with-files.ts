import type { EvidenceFile } from "@/lib/evidence/evidence-file";
import type { Trace } from "./trace";

/** A trace with the name, size and fingerprint of the file that it reads. */
export type TraceWithFile = { trace: Trace; fileName: string; sizeBytes: number; sha256: string };

/** Traces with their files, and the captures among the files that nobody has read as a trace yet. */
export function withFiles(
  traces: readonly Trace[],
  files: readonly EvidenceFile[],
): { traces: TraceWithFile[]; unread: EvidenceFile[] } {
  const fileOf = new Map(files.map((file) => [file.id, file]));
  const readFiles = new Set(traces.map(({ fileId }) => fileId));
  return {
    traces: traces.flatMap((trace) => {
      const file = fileOf.get(trace.fileId);
      return file ? [{ trace, fileName: file.name, sizeBytes: file.sizeBytes, sha256: file.sha256 }] : [];
    }),
    unread: files.filter(({ id, kind }) => kind === "capture" && !readFiles.has(id)),
  };
}
